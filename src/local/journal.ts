import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The events of the chats, stored as JSON lines so that they survive a restart. */
export interface Journal<Entry> {
  read(): Entry[];
  append(entry: Entry): void;
}

export function fileJournal<Entry>(path: string): Journal<Entry> {
  return {
    read: () => {
      try {
        const lines = readFileSync(path, 'utf8').split('\n');
        return lines.flatMap((line) => parseLine<Entry>(line));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
        throw error;
      }
    },
    append: (entry) => {
      mkdirSync(dirname(path), { recursive: true });
      appendFileSync(path, `${JSON.stringify(entry)}\n`);
    },
  };
}

export function memoryJournal<Entry>(): Journal<Entry> {
  const entries: Entry[] = [];
  return { read: () => entries, append: (entry) => entries.push(entry) };
}

/** A killed process may leave half a line at the end. */
function parseLine<Entry>(line: string): Entry[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}
