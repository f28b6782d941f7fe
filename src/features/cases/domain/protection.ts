/** Which reports call for the protected route, and why: it goes around the line, to few people, unless the reporter objects. */
import type { Report } from './report.js';

export const PROTECTIONS = ['sexual-violence', 'child', 'by-superior', 'retaliation', 'asked'] as const;
export type Protection = (typeof PROTECTIONS)[number];

/** What a report tells about it. */
export type Told = Pick<
  Report,
  'cares' | 'superiorInvolved' | 'retaliation' | 'inConfidence' | 'safety' | 'level' | 'discounted'
>;

/**
 * The reasons to protect a report; empty if there is none. Of a superior, grave words count although they are denied or
 * supposed ("casi me pega").
 */
export function protectionsOf({
  cares,
  superiorInvolved,
  retaliation,
  inConfidence,
  safety,
  level,
  discounted,
}: Told): Protection[] {
  const isGrave = level === 'high' || discounted.some((signal) => signal.level === 'high');
  const isViolent = isGrave || safety.threat || safety.physical || safety.harm;
  const holds: Record<Protection, boolean> = {
    'sexual-violence': cares.includes('sexual-violence'),
    child: cares.includes('child-at-risk'),
    'by-superior': superiorInvolved && isViolent,
    retaliation: retaliation === true,
    asked: inConfidence === true,
  };
  return PROTECTIONS.filter((protection) => holds[protection]);
}
