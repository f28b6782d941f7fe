const howMany = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Periods of retention: “30 days”. */
export const period = {
  d: (count: number) => howMany(count, 'day', 'days'),
  y: (count: number) => howMany(count, 'year', 'years'),
};
