/**
 * `npm run preview-indicator -- accepted-in-time=40,satisfied=60`: what the composite indicator of the whole organisation
 * would have been with these weights, month by month for a year.
 */
import { parseArgs } from 'node:util';
import { bogotaMonth, monthsBetween, shiftedMonth } from '../platform/calendar/days.js';
import { weights as weightsIn } from '../platform/figures/composite.js';
import { FigureStore } from '../platform/figures/figure-store.js';
import { hideDerivable } from '../platform/figures/guarding.js';
import { readerOf } from '../platform/figures/readers.js';
import { scopeKey } from '../platform/figures/scope.js';
import { viewOf, yearsOf } from '../platform/figures/view.js';
import { figureSources } from './figure-sources.js';
import { openTables } from './storage.js';

const { positionals } = parseArgs({ allowPositionals: true });
const weights = weightsIn.safeParse(positionals[0]).data;
if (!weights || positionals.length > 1) {
  process.stderr.write(
    'Usage: npm run preview-indicator -- ID=WEIGHT,ID=WEIGHT (docs/indicators.md has the ids)\n',
  );
  process.exit(2);
}
const { tables, signer, close } = await openTables();
try {
  const sources = figureSources(tables, signer);
  const components = sources.flatMap((source) => source.components ?? []);
  const unknown = Object.keys(weights).filter((id) => !components.some((component) => component.id === id));
  for (const id of unknown) process.stderr.write(`There is no ${id}; its weight counts as missing.\n`);
  const now = new Date();
  const scope = { kind: 'all' } as const;
  const reader = readerOf(scope);
  const figures = sources.flatMap((source) => source.figures).filter(reader.sees);
  const fixed = {
    scope,
    now,
    figures,
    components,
    weights,
    isGuarded: reader.isGuarded,
    hide: hideDerivable,
  };
  const store = new FigureStore(tables);
  const last = bogotaMonth(now);
  for (const from of monthsBetween(shiftedMonth(last, -11), last)) {
    const period = { span: 'month', from } as const;
    const tallies = await store.read(scopeKey(scope), yearsOf(period));
    const { composite, isRunning } = viewOf({ ...fixed, period, tallies });
    const value = composite ? composite.value.toFixed(1) : 'too little is known';
    const missing =
      composite && composite.missing.length > 0 ? `, without ${composite.missing.join(', ')}` : '';
    process.stdout.write(`${from}${isRunning ? ' so far' : ''}: ${value}${missing}\n`);
  }
} finally {
  await close();
}
