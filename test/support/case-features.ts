import type { Context } from '../../src/context.js';
import { type Cases, createCases } from '../../src/features/cases/index.js';
import { type Commitments, createCommitments } from '../../src/features/commitments/index.js';
import { createReports, type Reports } from '../../src/features/reports/index.js';
import { countedVoices, createVoices, type VoiceFeature } from '../../src/features/voices/index.js';
import { Cleaner } from '../../src/platform/cleaning/cleaner.js';
import { readRules } from '../../src/platform/impact/rules.js';
import { readServiceCycle } from '../../src/platform/impact/service-cycle.js';

export interface CaseFeatures {
  cases: Cases;
  reports: Reports;
  commitments: Commitments;
  voices: VoiceFeature;
}

/** Reports, cases, commitments and voices, joined as in `src/app.ts`; nothing alarms them. */
export function createCaseFeatures(context: Context): CaseFeatures {
  const rules = readRules();
  const places = readServiceCycle();
  const cleaner = new Cleaner(context.log);
  const isAlarming = () => false;
  const riskIn = () => undefined;
  const cases = createCases(context, {
    rules,
    places,
    cleaner,
    isAlarming,
    effects: () => ({ ...commitments.effects, ...voices.effects }),
    lost: async (item) => {
      await commitments.lost(item);
      await voices.lost(item);
    },
    reports: {
      touchedBy: (personId) => reports.touchedBy(personId),
      sentBefore: (moment) => reports.sentBefore(moment),
      inHand: (turn) => reports.inHand(turn),
    },
    voices: {
      figures: countedVoices(context.tables),
      satisfactionFor: (leaderId) => voices.figuresFor(leaderId),
      forget: (caseId) => voices.forget(caseId),
    },
  });
  const { engine, helpFor, showCase, reportedBy } = cases;
  const reports = createReports(context, { engine, showCase, helpFor, rules, places, cleaner, riskIn });
  const commitments = createCommitments(context, engine);
  const voices = createVoices(context, { engine, reportedBy, helpFor, reportTrouble: reports.reportTrouble });
  return { cases, reports, commitments, voices };
}
