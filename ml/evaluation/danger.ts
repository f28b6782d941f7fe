/** Scores a file of messages of which some tell of danger, by kind, each read alone or as the answer to a question. */
import { z } from 'zod';
import { COMMANDS } from '../../src/commands.js';
import { DANGER_KINDS, helpsFor } from '../../src/platform/understanding/danger.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import type { Understanding } from '../../src/platform/understanding/understand.js';
import { bad, good, type Report } from './report.js';
import { share } from './shares.js';

const dangerRow = z.object({
  id: z.string(),
  text: z.string(),
  danger: z.enum(['emergency', 'distress']).nullable(),
  kind: z.string(),
  /** What a thoughtful person shows first; the numbers by their digits. */
  need: z.array(z.string()).default([]),
  context: z.literal('question').optional(),
});

/** The numbers in files are those of the company's settings. */
const DIALLED: Readonly<Record<string, string>> = {
  emergency: '123',
  emotional: '106',
  violence: '155',
  child: '141',
};

interface Heard {
  row: z.output<typeof dangerRow>;
  understood: Understanding;
}

const isHelped = ({ understood }: Heard) => understood.danger !== undefined;
const isAlarmed = ({ understood }: Heard) =>
  understood.danger !== undefined && understood.isAlarming === true;
const isOfItsKind = ({ row, understood }: Heard) => understood.risk?.kind === row.kind;

/** What is shown first is among what is needed. */
function isFirstNeeded({ row, understood: { danger, risk } }: Heard): boolean {
  const [first] = danger && risk ? helpsFor(risk.kind, danger) : [];
  return first !== undefined && row.need.includes(DIALLED[first] ?? first);
}

/** Undefined for a file of something else. */
export function evaluateDanger(rows: readonly unknown[]): Report | undefined {
  const { data } = z.array(dangerRow).safeParse(rows);
  if (!data) return undefined;
  const understand = loadUnderstand(COMMANDS);
  const heard = data.map((row) => ({
    row,
    understood: understand(row.text, [], row.context === 'question'),
  }));
  const calls = heard.filter(({ row }) => row.danger !== null);
  const emergencies = heard.filter(({ row }) => row.danger === 'emergency');
  const harmless = heard.filter(({ row }) => row.danger === null);
  const told = (name: string, some: Heard[]) =>
    `${name}: ${some.length}, helped ${share(some, isHelped)}, full card ${share(some, isAlarmed)}`;
  const byKind = (some: Heard[]) =>
    [...new Set(some.map(({ row }) => row.kind))].map((kind) =>
      told(
        `  ${kind}`,
        some.filter(({ row }) => row.kind === kind),
      ),
    );
  const ofKinds = calls.filter(({ row }) => DANGER_KINDS.some((kind) => kind === row.kind));
  const needing = calls.filter(({ row }) => row.need.length > 0);
  const lines = [
    told('danger', calls),
    ...byKind(calls),
    told('emergencies', emergencies),
    `kind right ${share(ofKinds, isOfItsKind)}, first help needed ${share(needing, isFirstNeeded)}`,
    told('no danger', harmless),
    ...byKind(harmless),
    '\nMisses:',
    ...heard
      .filter((one) => isHelped(one) !== (one.row.danger !== null))
      .map(({ row }) => `  ${row.id} [${row.danger ?? 'no danger'}, ${row.kind}] ${row.text}`),
  ];
  return {
    lines,
    figures: [
      good('danger seen', calls, isHelped),
      good('emergencies with the full card', emergencies, isAlarmed),
      good('kind right', ofKinds, isOfItsKind),
      good('first help is needed', needing, isFirstNeeded),
      bad('taken for danger', harmless, isHelped),
      bad('full card without danger', harmless, isAlarmed),
    ],
  };
}
