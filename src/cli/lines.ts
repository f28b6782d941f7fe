import { createInterface } from 'node:readline';
import { z } from 'zod';

const item = z.looseObject({ id: z.string(), text: z.string() });
type Item = z.output<typeof item>;

/** Reads JSON lines `{"id","text"}` from standard input and writes the answer to each. */
export async function answerLines(answer: (row: Item) => object): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const row = readItem(line, number);
    process.stdout.write(`${JSON.stringify({ id: row.id, ...answer(row) })}\n`);
  }
}

function readItem(line: string, number: number): Item {
  try {
    return item.parse(JSON.parse(line));
  } catch {
    throw new Error(`line ${number} is not JSON of the form {"id": "…", "text": "…"}`);
  }
}
