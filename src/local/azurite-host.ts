/**
 * The process that Azurite runs in. Azurite keeps its data only when it is stopped by SIGINT, and Ctrl-C
 * reaches every process of the terminal at once; so it runs in a session of its own, and stops when its
 * parent says so or is gone.
 */
import { createRequire } from 'node:module';

process.once('disconnect', () => process.kill(process.pid, 'SIGINT'));
createRequire(import.meta.url)('azurite/dist/src/azurite.js');
