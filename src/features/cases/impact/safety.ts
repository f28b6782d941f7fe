/** Which of the safety questions a narrative answers with a yes, by its words. What it does not say stays open. */
import type { Clause } from '../domain/assessment.js';
import type { Safety } from '../domain/report.js';
import type { Rules } from './rules.js';

/** The clauses whose words say yes. Others may be grave without answering any of the three questions. */
const ANSWERED_BY: Readonly<Record<keyof Safety, readonly Clause[]>> = {
  threat: ['amenaza', 'intimidacion'],
  physical: ['agresion_fisica'],
  harm: ['salud', 'seguridad', 'estabilidad_emocional'],
};

/** @returns a function that reads only words that count: what is denied, supposed or only heard of answers nothing. */
export function createSafetyIn(rules: Pick<Rules, 'read'>): (narrative: string) => Safety {
  return (narrative) => {
    const told = rules.read(narrative).signals.filter(({ level }) => level === 'high');
    const isSaid = (question: keyof Safety) => told.some(({ rule }) => ANSWERED_BY[question].includes(rule));
    return { threat: isSaid('threat'), physical: isSaid('physical'), harm: isSaid('harm') };
  };
}
