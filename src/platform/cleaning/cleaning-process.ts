/**
 * The process that makes one file of another: what and the type as its arguments, the file from stdin to stdout. It
 * decodes files from strangers, so it gets no settings and ends with the file.
 */
import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { make } from './clean.js';

try {
  // When memory runs out, Linux ends this process, and not the bot. Other systems have no such file.
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {}
const [, , what = '', type = ''] = process.argv;
process.stdout.write(await make(what, type, await buffer(process.stdin)));
