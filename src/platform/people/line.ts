import type { Directory, Person } from './person.js';

/** Longer than any reporting line. Also ends a circle in the directory. */
export const MOST_STEPS = 20;

/** The ids of those above a person, the nearest first. A circle ends where it closes. */
export function leadersAbove(id: string, superiors: ReadonlyMap<string, string | undefined>): string[] {
  const line: string[] = [];
  for (
    let at = superiors.get(id);
    at !== undefined && at !== id && !line.includes(at);
    at = superiors.get(at)
  ) {
    line.push(at);
  }
  return line;
}

/** The superiors above a person, nearest first. */
export async function lineAbove(directory: Directory, person: Person | undefined): Promise<Person[]> {
  const line: Person[] = [];
  for (let at = person; at?.superiorId && line.length < MOST_STEPS; ) {
    const above = await directory.find(at.superiorId);
    if (!above || above.id === person?.id || line.some(({ id }) => id === above.id)) break;
    line.push(above);
    at = above;
  }
  return line;
}
