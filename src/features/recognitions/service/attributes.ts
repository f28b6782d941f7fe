/** The attributes of the policy, for which people are recognised: the parts of its three axes. */
import type { Policy, Section } from '../../../platform/policy/policy.js';

const AXES = ['eje-trato', 'eje-etica', 'eje-experiencias'];

/** In the order of the policy. */
export function attributesOf(policy: Policy): Section[] {
  return AXES.flatMap((axis) => policy.childrenOf(axis));
}

export type Attributes = ReadonlyMap<string, Section>;
