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
