/**
 * The process that Azurite runs in. Azurite saves its data only when SIGINT stops it, and Ctrl-C reaches
 * every process of the terminal at once. So it runs in its own session, and stops when its parent says so or
 * is gone.
 */
import { createRequire } from 'node:module';

process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
createRequire(import.meta.url)('azurite/dist/src/azurite.js');
