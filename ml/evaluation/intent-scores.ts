/** Scores what is done for messages whose intent is known. Pure. */
import { z } from 'zod';
import { rolesNamed } from '../../src/cli/roles.js';
import { INTENTS, isDanger, type Purpose } from '../../src/platform/understanding/intents.js';
import type { Understand, Understanding } from '../../src/platform/understanding/understand.js';

/** No danger; what else the message is for is not said. */
export const NOT_SAID = 'none';

export const intentRows = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    intent: z.enum([...INTENTS, NOT_SAID]),
    role: z.string().optional(),
  }),
);
export type IntentRow = z.output<typeof intentRows>[number];

export interface Heard {
  row: IntentRow;
  understood: Understanding;
}

export const hearAll = (rows: readonly IntentRow[], understand: Understand): Heard[] =>
  rows.map((row) => ({ row, understood: understand(row.text, rolesNamed(row.role)) }));

/** Sure danger comes before what else a text is for; where it is only possible, a line stands under the answer. */
export const doneFirst = ({ danger, isAlarming, purpose }: Understanding): Purpose =>
  (isAlarming && danger) || purpose;
export const saysIntent = ({ row }: Heard): boolean => row.intent !== NOT_SAID;
/** The two kinds of danger get the same help: either is right for the other. */
export function isFirst({ row, understood }: Heard): boolean {
  const first = doneFirst(understood);
  return first === row.intent || (isDanger(first) && calls(row));
}
/** Done at once, or among the choices where the bot asks. */
export const isReached = (heard: Heard): boolean =>
  asks(heard) ? choices(heard).includes(heard.row.intent) : isFirst(heard);
export const asks = ({ understood }: Heard): boolean => understood.asks;
export const isWrong = (heard: Heard): boolean => !asks(heard) && !isFirst(heard);
export const isCall = ({ row }: Heard): boolean => calls(row);
export const seesDanger = ({ understood }: Heard): boolean => helps(understood);
/** The person is told whom to call, before all else or in a line. */
export const helps = ({ danger }: Understanding): boolean => danger !== undefined;
export const raisesAlarm = ({ understood }: Heard): boolean => alarms(understood);
/** Help comes before what the text is for. */
export const alarms = ({ danger, isAlarming }: Understanding): boolean =>
  danger !== undefined && isAlarming === true;

const choices = ({ understood }: Heard): readonly string[] => understood.alternatives;
const calls = ({ intent }: IntentRow): boolean => intent !== NOT_SAID && isDanger(intent);
