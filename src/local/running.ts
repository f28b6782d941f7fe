import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const note = z.object({ pid: z.number().int().positive(), connectionString: z.string() });

/**
 * Notes the storage of the bot that runs on this data folder, so that commands use it instead of starting
 * another.
 * @returns a function that removes the note.
 */
export function noteRunning(dataDir: string, connectionString: string): () => void {
  mkdirSync(dataDir, { recursive: true });
  const path = pathIn(dataDir);
  writeFileSync(path, JSON.stringify({ pid: process.pid, connectionString }));
  return () => rmSync(path, { force: true });
}

/** Returns the connection string of the storage that runs on this folder; undefined when none runs. */
export function findRunning(dataDir: string): string | undefined {
  try {
    const { pid, connectionString } = note.parse(JSON.parse(readFileSync(pathIn(dataDir), 'utf8')));
    return isAlive(pid) ? connectionString : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const pathIn = (dataDir: string) => join(dataDir, 'running.json');
