/**
 * The process that cleans one file: the type as its argument, the file from stdin to stdout. It decodes what
 * strangers made, so it is given no settings and ends with the file.
 */
import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { clean } from './clean.js';

try {
  // When memory runs out, Linux ends this process, and not the bot. Other systems have no such file.
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {}
process.stdout.write(await clean(process.argv[2] ?? '', await buffer(process.stdin)));
