/**
 * What lies beside the cases in their table, such as voices, `voice:CASE`, and what counts, for leaders,
 * `satisfaction:LEADER`, and in months, `heard:MONTH`.
 */
export const isCase = (id: string): boolean => !id.includes(':');
export const isVoice = (id: string): boolean => id.startsWith('voice:');
export const isCount = (id: string): boolean => id.startsWith('satisfaction:');
export const isMonthOfVoices = (id: string): boolean => id.startsWith('heard:');

/** The case of a voice, or of the row of a count. */
export const caseOf = (key: string): string => key.slice(key.indexOf(':') + 1);
