import type { Helplines } from '../helplines.js';
import { caseForms } from './case-forms.js';
import { help } from './case-help.js';
import { caseLists } from './case-lists.js';
import { caseNews } from './case-news.js';
import { caseTakenIn } from './case-taken-in.js';
import { commitments } from './commitments.js';
import { reports } from './reports.js';
import { voice } from './voice.js';

/** The texts of reports and cases. */
export const cases = {
  level: { low: 'low', medium: 'medium', high: 'high' },
  levelTitle: { low: '● LOW impact', medium: '◆ MEDIUM impact', high: '▲ HIGH impact' },
  proposedLevel: {
    low: '● Proposed impact: LOW',
    medium: '◆ Proposed impact: MEDIUM',
    high: '▲ Proposed impact: HIGH',
  },
  unconfirmedLevel: {
    low: '● LOW impact, to be confirmed',
    medium: '◆ MEDIUM impact, to be confirmed',
    high: '▲ HIGH impact, to be confirmed',
  },
  levelChoice: {
    low: 'Low: impersonal, unclear or distant treatment',
    medium: 'Medium: verbal aggression or swear words',
    high: 'High: threat, intimidation, physical aggression or harm',
  },
  clause: {
    personalizacion: 'service not personalised',
    informacion: 'lack of clear information',
    cercania: 'lack of closeness and empathy',
    agresion_verbal: 'verbal aggression',
    soez: 'swear words',
    intimidacion: 'intimidation',
    agresion_fisica: 'physical aggression',
    amenaza: 'threat',
    estabilidad_emocional: 'upsets emotional stability',
    salud: 'endangers health',
    integridad: 'violates integrity',
    seguridad: 'endangers safety',
  },
  care: {
    'self-harm': ({ emotional, emergency }: Helplines) => ({
      title: 'Life first: if you or somebody near you thinks of self-harm, get help now',
      lines: [
        `Line ${emotional}: somebody to listen and to support. Line ${emergency}: emergencies, if the danger is now.`,
        'Do not leave the person alone. The report can wait some minutes; the call cannot.',
      ],
    }),
    'sexual-violence': ({ violence, emergency, prosecutor }: Helplines) => ({
      title: 'If there was sexual harassment or violence, there is help: nobody has to face it alone',
      lines: [
        `Line ${violence}: advice for victims of violence. Line ${emergency}: emergencies.`,
        `The person may report it to the Fiscalía (line ${prosecutor}). By Ley 2365 of 2024 nobody may force them to meet or to settle with whoever attacked them.`,
      ],
    }),
    'child-at-risk': ({ child, emergency }: Helplines) => ({
      title: 'If a child or a teenager is at risk, call now',
      lines: [
        `Line ${child}: protection of children (ICBF). Line ${emergency}: emergencies, if the danger is now.`,
      ],
    }),
    any: ({ emergency, emotional, violence, child }: Helplines) => ({
      title: 'If somebody needs help now, call first',
      lines: [
        `Line ${emergency}: emergencies. ${emotional}: emotional support. ${violence}: advice on violence. ${child}: children at risk.`,
      ],
    }),
    'danger-now': ({ emergency }: Helplines) => ({
      title: 'If the danger is right now, get to safety first',
      lines: [`Line ${emergency}: emergencies. Tell the guards of your building too. Then tell me.`],
    }),
  },
  state: {
    reported: 'Reported, to be accepted',
    accepted: 'Accepted, in progress',
    rejected: 'Not accepted',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
    /** A state of a later version of the bot. */
    unknown: 'Open it to see',
  },
  step: {
    reported: 'Reported',
    accepted: 'Accepted',
    rejected: 'Not accepted',
    withdrawn: 'Withdrawn',
    closed: 'Closed',
  },
  role: {
    superior: 'your immediate superior',
    deputy: 'who stands in for your superior',
    'next-superior': 'a superior further up than your immediate superior',
    assigned: 'the person whom the humanisation team named',
    humanization: 'the humanisation team',
    protected: 'those who receive protected cases',
  },
  roleOfAssignee: {
    superior: 'the immediate superior',
    deputy: 'who stands in for the superior',
    'next-superior': 'a superior further up',
    assigned: 'the person whom the humanisation team named',
    humanization: 'the humanisation team',
    protected: 'those who receive protected cases',
  },
  goneOn: (number: string, role: string) => ({
    title: `Case ${number} is no longer with you`,
    body: `It went to ${role}. There is nothing more for you to do about it.`,
  }),
  system: '',
  team: 'Humanisation team',
  protectors: 'Those who receive protected cases',
  untilToday: (time: string) => `today before ${time}`,
  untilTonight: (time: string) => `tonight before ${time}`,
  untilTomorrow: (time: string) => `tomorrow before ${time}`,
  untilDay: (day: string, time: string) => `before ${day} at ${time}`,
  dueToAnswer: (when: string) => `To be answered ${when}`,
  dueToClose: (when: string) => `To be closed ${when}`,
  overdueSince: (when: string) => `Overdue since ${when}`,
  soon: 'as soon as possible',
  openIntranet: 'Open the intranet',
  openLanding: 'Open the humanisation landing page',
  accept: 'Accept',
  confirmAs: { low: 'Confirm low impact', medium: 'Confirm medium impact', high: 'Confirm high impact' },
  seeCase: 'See the case',
  seeFiles: 'See files',
  whoReported: 'Whoever reported',
  undo: (time: string) => `Undo (until ${time})`,
  done: (number: string) => `Done · ${number}`,
  confirmFirst: 'Confirm the level of impact first:',
  confirmUntil: (when: string) => `Confirm the level of impact ${when}:`,
  confirmLate: 'The time to confirm the level of impact has passed. Confirm it first:',
  reviewReason: {
    disagreement: '• The words and the account as a whole point to different levels.',
    discounted: '• There are grave words that are denied or supposed:',
    unclear: '• The account does not make the level clear.',
    perhapsHigh: '• The account may be of high impact.',
    discrimination: '• There may be discrimination.',
    'less-severe': '• Whoever reported says that it was not so grave.',
  },
  watching: 'A case of high impact. The person assigned handles it; you are told so that you can stand by.',
  fact: {
    reporter: 'Reported by',
    channel: 'Came through',
    assignee: 'Handled by',
    topic: 'Topic',
    place: 'Place',
    cycle: 'Service, site and moment',
    occurredOn: 'Happened on',
    source: 'Source',
    efforts: 'Effort of the customer',
    touches: 'Touches of the policy',
    hold: 'Legal hold',
    safety: 'Safety',
  },
  onHold: 'on: the case is kept',
  confidentialReporter: 'Name withheld',
  topic: { information: 'Information', behaviour: 'Behaviour' },
  source: {
    'moment-of-truth': 'Moment of truth',
    pqrs: 'Formal complaint (PQRS)',
    'development-platform': 'Development platform',
    'mystery-shopper': 'Mystery shopper',
    landing: 'Humanisation landing page',
    indicator: 'Humanisation indicator',
    leader: 'Boss or team head',
  },
  effort: { emotional: 'emotional', cognitive: 'cognitive', time: 'time' },
  safety: {
    threat: 'there was a threat or intimidation',
    physical: 'there was aggressive physical contact',
    harm: "somebody's health or safety is at risk",
  },
  /** Where and when it happened. */
  place: {
    service: 'In which service?',
    site: 'At which site?',
    stage: 'At which stage?',
    unknown: 'Not known',
    proposed: '(by the story)',
    nudge: 'Where did it happen? Complete it under “More”.',
  },
  /** Claims about health. */
  health: {
    label: 'Is it a health claim?',
    priority: { vital: 'with risk to life', prioritised: 'prioritised', simple: 'simple' },
    choice: {
      vital: (hours: number) => `Yes, with risk to life: ${hours} hours`,
      prioritised: (hours: number) => `Yes, prioritised: ${hours} hours`,
      simple: (hours: number) => `Yes, simple: ${hours} hours`,
    },
    none: 'It is no health claim',
    due: (priority: string, when: string) => `Health claim, ${priority}: resolve ${when}`,
    overdue: (priority: string, when: string) =>
      `Health claim, ${priority}: its time has passed, which was ${when}`,
  },
  /** How the values are called by which cases are counted. */
  counted: {
    low: 'low',
    medium: 'medium',
    high: 'high',
    waiting: 'to be confirmed',
    'in-time': 'in time',
    late: 'past the deadline',
    open: 'not accepted yet',
    other: 'not accepted or withdrawn',
    yes: 'yes',
    partly: 'partly',
    no: 'no',
  },
  outcomeChoice: {
    conversation: 'Conversation held',
    standard: 'Standard of behaviour agreed',
    'development-plan': 'Commitment in the development plan (PID)',
    process: 'Process corrected',
    'voice-heard': 'Voice of the collaborator heard',
    referred: 'Referred elsewhere (say where in the summary)',
    'not-a-failure': 'It was not a failure',
  },
  outcome: {
    conversation: 'conversation held',
    standard: 'standard of behaviour agreed',
    'development-plan': 'commitment in the individual development plan',
    process: 'process corrected',
    'voice-heard': 'voice of the collaborator heard',
    referred: 'referred elsewhere',
    'not-a-failure': 'not a failure',
  },
  commitments,
  help,
  voice,
  ...caseForms,
  ...caseLists,
  ...caseNews,
  ...caseTakenIn,
  ...reports,
};
