/** What somebody in danger is shown first. Pure. */
import type { Help, Risk } from '../../../platform/understanding/danger.js';
import type { Danger } from '../../../platform/understanding/intents.js';

/** What is known of the danger. */
export interface Alarm extends Pick<Risk, 'kind' | 'isOthers'> {
  danger: Danger;
}

/** These are no failures in service, or nothing for now: nobody is sent to a form. */
const NOT_FOR_A_FORM: readonly Risk['kind'][] = ['self-harm', 'despair', 'partner'];

type Line = Exclude<Help, 'security' | 'person' | 'protected'>;
const LINES: readonly string[] = ['emergency', 'emotional', 'violence', 'child'] satisfies Line[];

export const isOneOfLines = (help: Help): help is Line => LINES.includes(help);

export const mayReport = ({ kind }: Alarm): boolean => !NOT_FOR_A_FORM.includes(kind);
