/** Makes a function at its first call: what few turns need, as models of narratives, costs neither start nor memory before. */
export function onUse<A extends unknown[], R>(make: () => (...args: A) => R): (...args: A) => R {
  let made: ((...args: A) => R) | undefined;
  return (...args) => {
    made ??= make();
    return made(...args);
  };
}
