import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { id, level, MAX_ACTIONS, plain, style, typed, webLink, written } from './fields.js';
import { TRAINING_TEMPLATES } from './training-templates.js';

/** The choices of an input that takes several. */
const several = z.string().regex(/^[a-z,-]*$/);

export { MAX_ACTIONS };

const choice = z.object({ title: plain, value: id });

/** What a person may be able to do from the card of a case. */
export const CASE_ACTIONS = [
  'accept',
  'reject',
  'ask',
  'reply',
  'add',
  'reclassify',
  'escalate',
  'close',
  'withdraw',
  'contest',
  'reopen',
  'reassign',
  'hold',
  'release',
  'identify',
] as const;

/** Whom to call, before anything else. */
const care = z.array(z.object({ title: plain, lines: z.array(plain).readonly() }));

/** The verbs of buttons that come from data. */
export const LINK_VERBS = [
  'answer.section',
  'report.start',
  'cases.mine',
  'away.clear',
  'privacy.view',
] as const;
const link = z.object({ title: plain, verb: z.enum(LINK_VERBS), id });
/** A piece of what a person wrote; the marked ones are highlighted. */
const run = z.object({ text: written, marked: z.boolean() });

export const TEMPLATES = {
  welcome: z.object({
    greeting: plain,
    leader: z.boolean(),
    examples: z.array(plain),
    /** All that this person can write to call for something. */
    everything: z.array(
      z.object({ title: plain, lines: z.array(z.object({ words: plain, meaning: plain })) }),
    ),
    /** Empty for whoever has given it. */
    authorisation: plain,
  }),
  notice: z.object({ title: plain, body: plain, links: z.array(link).max(MAX_ACTIONS) }),
  answer: z.object({
    id,
    place: plain,
    title: plain,
    /** The marked ones are what the question was about. */
    official: z.array(z.object({ text: plain, marked: z.boolean() })),
    facts: z.array(plain),
    /** The sections below, in their order, where the section is one of several parts. */
    parts: z.array(z.object({ number: z.number().int(), title: plain, lines: z.array(plain), below: plain })),
    explanation: plain,
    examples: z.array(plain),
    examplesShown: z.boolean(),
    webLinks: z.array(webLink).max(MAX_ACTIONS),
    canReport: z.boolean(),
    neighbourRows: z.array(z.object({ links: z.array(link).max(MAX_ACTIONS) })),
    source: plain,
    feedback: z.enum(['ask', 'comment', 'thanks']),
  }),
  overview: z.object({
    title: plain,
    parts: z.array(z.object({ id, title: plain, line: plain })),
    source: plain,
  }),
  suggestions: z.object({ sections: z.array(link) }),
  abstention: z.object({
    /** Whether the question was kept for those who look after the policy. */
    isKept: z.boolean(),
    isPrivate: z.boolean(),
  }),
  'report-offer': z.object({
    care,
    /** Whether it was told as something that happened. */
    isTold: z.boolean(),
    id,
    section: plain,
    links: z.array(link).max(1),
    /** What was told, where it may not be kept yet: the card carries it. */
    narrative: typed,
  }),
  questions: z.object({
    groups: z.array(z.object({ count: z.number().int(), sample: written, near: plain })),
  }),
  'report-describe': z.object({
    id,
    problem: plain,
    narrative: typed,
    topic: z.enum(['proposed', 'information', 'behaviour']),
    source: id,
    place: typed,
    occurredOn: z.union([z.literal(''), z.iso.date()]),
    today: z.iso.date(),
    efforts: several,
    confidential: z.enum(['true', 'false']),
    details: z.boolean(),
    /** Empty for whoever has given it. */
    authorisation: plain,
  }),
  'report-confirm': z.object({
    id,
    problem: plain,
    /** Whom to call, before anything else. */
    care,
    level,
    levelStyle: style,
    levelTitle: plain,
    levelDefinition: plain,
    review: plain,
    reasons: z.array(z.object({ words: written, clause: plain })),
    narrative: z.array(run),
    levels: z.array(choice),
    topic: z.enum(['information', 'behaviour']),
    efforts: several,
    touches: several,
    touchable: z.array(choice),
    safety: z.object({ threat: z.boolean(), physical: z.boolean(), harm: z.boolean() }),
    /** The question whether whom it goes to is involved, where it has to be answered; otherwise empty. */
    involved: plain,
    superiorInvolved: z.enum(['', 'true', 'false']),
    recipient: written,
    recipientRole: plain,
    /** Whom the reporter has named as their superior; empty for nobody. */
    superior: id,
    superiorName: written,
    confidential: z.boolean(),
  }),
  case: z.object({
    id,
    revision: z.number().int(),
    number: plain,
    level,
    levels: z.array(choice),
    levelStyle: style,
    levelTitle: plain,
    state: plain,
    due: plain,
    banner: plain,
    care,
    /** Why the level has to be confirmed first, where it has to. */
    review: z.array(plain),
    question: written,
    /** Grave words that do not count where they stand, for whoever confirms the level. */
    doubted: z.array(written),
    /** How many files there are. */
    evidence: z.number().int(),
    facts: z.array(z.object({ label: plain, value: written })),
    narrative: z.array(run),
    story: z.array(z.object({ when: plain, what: written, who: written, words: written })),
    can: z.record(z.enum(CASE_ACTIONS), z.boolean()),
    webLinks: z.array(webLink),
    back: z.enum(['', 'cases.mine', 'cases.inbox', 'cases.all']),
  }),
  'my-data': z.object({
    given: z.boolean(),
    consent: plain,
    kept: z.array(plain),
    authorisation: z.array(plain),
    withdrawal: plain,
  }),
  /** A request to correct, as the team answers it or as the answer comes to whoever asked. */
  'data-request': z.object({
    number: id,
    title: plain,
    /** Empty for whoever asked. */
    who: written,
    /** Empty once it is answered. */
    due: plain,
    isLate: z.boolean(),
    words: written,
    /** When and by whom; empty while it is open. */
    answered: written,
    answer: written,
    forTeam: z.boolean(),
    isOpen: z.boolean(),
    typed,
    problem: plain,
  }),
  'data-requests': z.object({
    requests: z.array(z.object({ number: id, who: written, due: plain, isLate: z.boolean() })),
    /** How many more there are; empty for none. */
    more: plain,
  }),
  away: z.object({
    problem: plain,
    until: z.union([z.literal(''), z.iso.date()]),
    today: z.iso.date(),
    /** Who stands in as things are. */
    deputy: written,
  }),
  export: z.object({ problem: plain, month: id, levels: z.array(choice), states: z.array(choice) }),
  files: z.object({
    title: plain,
    files: z.array(z.object({ title: plain, name: written, url: z.url() })).max(MAX_ACTIONS),
  }),
  'case-list': z.object({
    title: plain,
    empty: plain,
    verb: z.enum(['cases.mine', 'cases.inbox', 'cases.team', 'cases.all']),
    level: z.union([level, z.literal('any')]),
    state: id,
    month: id,
    levels: z.array(choice),
    states: z.array(choice),
    cases: z.array(
      z.object({ id, number: plain, levelStyle: style, level: plain, state: plain, when: written }),
    ),
    next: z.string(),
  }),
  ...TRAINING_TEMPLATES,
} as const;

export type TemplateName = keyof typeof TEMPLATES;
/** What a template is given. */
export type TemplateData<Name extends TemplateName> = z.input<(typeof TEMPLATES)[Name]>;

const FOLDER = fileURLToPath(new URL('../../../cards/', import.meta.url));

/** The JSON of a template, as a designer edits it. */
export function readTemplate(name: TemplateName): object {
  return JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as object;
}
