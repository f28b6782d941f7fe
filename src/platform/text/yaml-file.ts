import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { builtOf } from './built-content.js';

/** A content file is wrong. Each problem reads `file:line: what`, for the person who edits the file. */
export class ContentError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ContentError';
  }
}

/**
 * Reads a YAML file and validates it.
 * @param name the file's name in problems.
 * @throws ContentError with the line of each problem.
 */
export function readYaml<T>(path: string, name: string, schema: z.ZodType<T>): T {
  const source = read(path, name);
  const built = builtOf(source);
  const parsed = built === undefined ? undefined : schema.safeParse(built);
  return parsed?.success ? parsed.data : parseYaml(source, name, schema);
}

function parseYaml<T>(source: string, name: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map(
        ({ message, linePos }) => `${name}:${linePos?.[0].line ?? 1}: ${firstLine(message)}`,
      ),
    );
  }
  const parsed = schema.safeParse(contentOf(document, name));
  if (parsed.success) return parsed.data;
  throw new ContentError(
    parsed.error.issues.map((issue) => {
      const where = issue.path.map(String).join('.');
      return `${name}:${lineOf(issue.path)}: ${where ? `${where}: ` : ''}${issue.message}`;
    }),
  );

  /** Returns the line of the node at a path, or of its nearest ancestor. */
  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function read(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ContentError([`${name}:1: the file cannot be read`]);
  }
}

/** Broken references, and those that expand without end, fail only here. */
function contentOf(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new ContentError([`${name}:1: ${firstLine((error as Error).message)}`]);
  }
}

const firstLine = (message: string) => message.split('\n')[0] ?? message;
