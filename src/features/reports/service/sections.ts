/** The sections of the policy that reports refer to. */

import type { Level } from '../../../platform/impact/assessment.js';
import type { Policy, Section } from '../../../platform/policy/policy.js';

/** The section that defines each level. */
const DEFINITIONS: Readonly<Record<Level, string>> = {
  low: 'impacto-bajo',
  medium: 'impacto-medio',
  high: 'impacto-alto',
};
/** A failure may touch the subsections of these: the axes, and what keeps us from humanization. */
const TOUCHABLE = ['eje-trato', 'eje-etica', 'eje-experiencias', 'alejan-humanizacion'];

/** In the order of the policy. */
export function touchableSections(policy: Policy): Section[] {
  return TOUCHABLE.flatMap((id) => policy.childrenOf(id));
}

/** The definition of a level, in the policy's words. */
export function wordsOfLevel(policy: Policy): (level: Level) => string {
  return (level) => policy.find(DEFINITIONS[level])?.official.join(' ') ?? '';
}
