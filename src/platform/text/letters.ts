/** Latin letters that Unicode does not take apart into a letter and a mark, and the nearest without it. */
const NEAREST: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      Ł: 'L',
      ł: 'l',
      Ø: 'O',
      ø: 'o',
      Đ: 'D',
      đ: 'd',
      Ð: 'D',
      ð: 'd',
      Ħ: 'H',
      ħ: 'h',
      Ŧ: 'T',
      ŧ: 't',
      ı: 'i',
    },
    ...{ Æ: 'AE', æ: 'ae', Œ: 'OE', œ: 'oe', Þ: 'Th', þ: 'th', ß: 'ss', ẞ: 'SS' },
  }),
);

/** Returns a text with the nearest letters without marks: Łukasz Őry becomes Lukasz Ory. */
export function nearestLetters(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return [...bare].map((sign) => NEAREST.get(sign) ?? sign).join('');
}
