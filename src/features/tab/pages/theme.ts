/** The theme of Teams. Teams puts it into the address of the tab, and the links of the page keep it there. */
export const THEME = 'tema';
const THEMES = ['light', 'dark', 'contrast'] as const;
/** As Teams names them. */
const OF_TEAMS: Readonly<Record<string, (typeof THEMES)[number]>> = { default: 'light' };

/** Empty where it is not told: then the page is as the system is. */
export function themeIn(query: URLSearchParams): string {
  const asked = query.get(THEME) ?? '';
  return OF_TEAMS[asked] ?? THEMES.find((theme) => theme === asked) ?? '';
}
