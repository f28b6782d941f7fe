import type { Telemetry } from './telemetry.js';

/** Measures every call that returns a promise. Paged reads are not measured. */
export function timed<T extends object>(storage: T, service: string, telemetry: Pick<Telemetry, 'time'>): T {
  return new Proxy(storage, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const began = performance.now();
        const answer: unknown = Reflect.apply(member, target, args);
        if (!(answer instanceof Promise)) return answer;
        const note = (result: string) =>
          telemetry.time('bot.storage.duration', performance.now() - began, {
            service,
            call: String(name),
            result,
          });
        answer.then(
          () => note('done'),
          () => note('failed'),
        );
        return answer;
      };
    },
  });
}
