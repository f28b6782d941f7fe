/** How often something holds, as evaluations print it. */
export function share<T>(items: readonly T[], holds: (item: T) => boolean): string {
  return ratio(items.filter(holds).length, items.length);
}

export function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}
