const cuantos = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Periods of retention: “30 days”. */
export const period = {
  d: (count: number) => cuantos(count, 'día', 'días'),
  y: (count: number) => cuantos(count, 'año', 'años'),
};
