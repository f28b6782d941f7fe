/** Where fewer people work, the area would say who reported. */
const LEAST_PEOPLE = 5;

/** @returns what a file that is passed on says of an area: its name, or nothing. */
export function shownAreas(people: readonly { area: string }[]): (area: string) => string {
  const sizes = new Map<string, number>();
  for (const { area } of people) sizes.set(area, (sizes.get(area) ?? 0) + 1);
  return (area) => ((sizes.get(area) ?? 0) >= LEAST_PEOPLE ? area : '');
}
