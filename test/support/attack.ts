/** An attacker who adds and subtracts all that is shown: the least and the most that each hidden number can be. */
import { type Model, solve } from 'yalps';

/** A shown number: the sum of its counts. */
export interface Equation {
  cells: readonly string[];
  sum: number;
}

export interface Bounds {
  least: number;
  most: number;
}

/** @param cells the numbers of which the sum is hidden. None is negative. */
export function boundsOf(cells: readonly string[], shown: readonly Equation[]): Bounds {
  return { least: extreme('minimize', cells, shown), most: extreme('maximize', cells, shown) };
}

function extreme(
  direction: 'minimize' | 'maximize',
  cells: readonly string[],
  shown: readonly Equation[],
): number {
  const variables = new Map<string, Map<string, number>>();
  const use = (cell: string, in_: string) => {
    const of = variables.get(cell) ?? new Map<string, number>();
    variables.set(cell, of.set(in_, 1));
  };
  for (const cell of cells) use(cell, 'wanted');
  for (const [at, equation] of shown.entries()) for (const cell of equation.cells) use(cell, `e${at}`);
  const constraints = new Map(shown.map(({ sum }, at) => [`e${at}`, { equal: sum }]));
  const model: Model<string, string> = { direction, objective: 'wanted', constraints, variables };
  const { status, result } = solve(model);
  if (status === 'unbounded') return Number.POSITIVE_INFINITY;
  if (status !== 'optimal') throw new Error(`what is shown cannot be: ${status}`);
  return Math.round(result * 1e6) / 1e6;
}
