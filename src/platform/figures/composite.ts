/**
 * The composite "indicador de humanización". The policy names it and gives no formula, so its weights are a setting
 * (INDICATOR_WEIGHTS) and off until set: the mean of the rates, each from 0 to 100, by their weights. What is hidden or has
 * nothing to count is left out, with its weight; with less than half of the weight left there is no composite.
 */
import { z } from 'zod';
import type { Count, Shown } from './shown.js';
import type { Component } from './source.js';

/** By component. */
export type Weights = Readonly<Record<string, number>>;

/** A share: `of` out of `among`. */
export interface Rate {
  id: string;
  of: number;
  among: number;
}

export interface Composite {
  /** From 0 to 100. */
  value: number;
  /** The components with a weight that are not in it. */
  missing: string[];
}

/** `accepted-in-time=40,satisfied=60`: how much each component weighs. */
export const weights = z
  .string()
  .regex(/^[a-z-]+=[1-9]\d{0,2}(,[a-z-]+=[1-9]\d{0,2})*$/)
  .transform(
    (text): Weights =>
      Object.fromEntries(
        text.split(',').map((part) => {
          const [id = '', weight = ''] = part.split('=');
          return [id, Number(weight)];
        }),
      ),
  );

export function ratesOf(shown: Shown, components: readonly Component[]): Rate[] {
  return components.flatMap(({ id, of, among }) => {
    const [part, whole] = [shown.cell(of), sumOf(among.map((cell) => shown.cell(cell)))];
    return typeof part === 'number' && whole ? [{ id, of: part, among: whole }] : [];
  });
}

export function compositeOf(rates: readonly Rate[], by: Weights): Composite | undefined {
  const known = rates.flatMap(({ id, of, among }) => {
    const weight = by[id];
    return weight === undefined ? [] : [{ id, weight, share: of / among }];
  });
  const weight = known.reduce((sum, one) => sum + one.weight, 0);
  const all = Object.values(by).reduce((sum, one) => sum + one, 0);
  if (known.length === 0 || weight * 2 < all) return undefined;
  const value = (100 * known.reduce((sum, one) => sum + one.weight * one.share, 0)) / weight;
  return { value, missing: Object.keys(by).filter((id) => !known.some((one) => one.id === id)) };
}

/** Undefined when one of them is not known. */
function sumOf(counts: readonly Count[]): number | undefined {
  const known = counts.filter((count) => typeof count === 'number');
  return known.length === counts.length ? known.reduce((sum, count) => sum + count, 0) : undefined;
}
