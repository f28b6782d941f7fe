import { createInterface } from 'node:readline';
import { z } from 'zod';

const item = z.object({ id: z.string(), text: z.string() });

/** Reads JSON lines `{"id","text"}` from standard input and writes the answer to each. */
export async function answerLines(answer: (text: string) => object): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text } = readItem(line, number);
    process.stdout.write(`${JSON.stringify({ id, ...answer(text) })}\n`);
  }
}

function readItem(line: string, number: number): z.output<typeof item> {
  try {
    return item.parse(JSON.parse(line));
  } catch {
    throw new Error(`line ${number} is not JSON of the form {"id": "…", "text": "…"}`);
  }
}
