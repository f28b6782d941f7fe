/** Notes the requests to storage while somebody wants to know them. */
export interface Traced {
  method: string;
  args: unknown[];
}

let trace: Traced[] | undefined;

process.on('message', (asked) => {
  if (asked === 'trace') trace = [];
  if (asked !== 'traced') return;
  process.send?.({ trace });
  trace = undefined;
});

export function traced<T extends object>(of: T): T {
  return new Proxy(of, {
    get(target, method: string & keyof T) {
      const call = (target[method] as (...args: unknown[]) => unknown).bind(target);
      return (...args: unknown[]) => {
        trace?.push({ method, args });
        return call(...args);
      };
    },
  });
}
