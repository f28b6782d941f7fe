/** What a process that reads one file is sent, and answers. */
export interface Asked<Args extends unknown[]> {
  content: Uint8Array;
  args: Args;
}

export interface Read<Result> {
  result: Result;
}

/** Makes this process read one file for a `FileReader`. */
export function serve<Args extends unknown[], Result>(
  read: (content: Uint8Array, ...args: Args) => Result,
): void {
  process.once('message', ({ content, args }: Asked<Args>) => {
    process.send?.({ result: read(content, ...args) } satisfies Read<Result>);
  });
}
