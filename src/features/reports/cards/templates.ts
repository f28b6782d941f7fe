import { z } from 'zod';
import {
  care,
  choice,
  choiceTitle,
  day,
  id,
  level,
  link,
  plain,
  run,
  several,
  style,
  typed,
  written,
} from '../../../platform/cards/fields.js';
import { defineTemplate } from '../../../platform/cards/template.js';

/** Asks whether to add files of a confidential report that others would get as they are. */
export const uncleanTemplate = defineTemplate(
  'cases/unclean',
  z.object({
    /** Of the draft or the case. */
    id,
    title: plain,
    /** What became of the other files. */
    others: z.array(plain),
    body: plain,
    files: z.array(z.object({ name: written, tells: plain })),
    how: plain,
    /** Of the contents of these files, joined by `.`. */
    hashes: id,
  }),
  { isConfidential: true },
);

/** Asks whether a report that is sent by words goes out with the name. */
export const nameTemplate = defineTemplate('cases/report-name', z.object({ id }));

export const offerTemplate = defineTemplate(
  'cases/report-offer',
  z.object({
    care,
    /** What was told in several messages; empty for one, which stands above the card. */
    told: written,
    id,
    section: plain,
    links: z.array(link).max(1),
    /** The message, carried by the card while it may not be stored yet; else empty. */
    narrative: typed,
    /** The text to read before reporting; empty once authorisation is given. */
    authorisation: plain,
  }),
  { isConfidential: true },
);

/** The dialog in which a message becomes a report. */
export const quoteTemplate = defineTemplate(
  'cases/report-quote',
  z.object({
    id,
    problem: plain,
    /** Says that this report is not the one that is begun and not sent yet; empty when there is none. */
    other: plain,
    narrative: typed,
    quote: typed,
    /** The id of who wrote the message; empty when they are not known. */
    author: id,
    authors: z.array(z.object({ title: choiceTitle, isConcerned: z.boolean() })).max(1),
    authorisation: plain,
  }),
  { isConfidential: true },
);

export const describeTemplate = defineTemplate(
  'cases/report-describe',
  z.object({
    id,
    problem: plain,
    care,
    narrative: typed,
    topic: z.enum(['proposed', 'information', 'behaviour']),
    source: id,
    place: typed,
    occurredOn: day,
    today: z.iso.date(),
    efforts: several,
    confidential: z.enum(['true', 'false']),
    details: z.boolean(),
    /** The report is of trouble for having reported. The card keeps that when the draft is gone. */
    retaliation: z.boolean(),
    inConfidence: z.boolean(),
    /** The text to read before reporting; empty once authorisation is given. */
    authorisation: plain,
  }),
);

const safetyQuestion = z.object({ id, title: plain, value: z.boolean() });

export const confirmTemplate = defineTemplate(
  'cases/report-confirm',
  z.object({
    id,
    problem: plain,
    care,
    level,
    levelStyle: style,
    levelTitle: plain,
    levelDefinition: plain,
    review: plain,
    reasons: z.array(z.object({ words: written, clause: plain })),
    beginning: z.array(run),
    /** The whole of a long narrative; empty for a short one. */
    whole: z.array(run),
    levels: z.array(choice),
    mayBeLess: z.boolean(),
    lessSevere: z.boolean(),
    topic: z.enum(['information', 'behaviour']),
    efforts: several,
    touches: several,
    touchable: z.array(choice),
    /** The safety questions that the narrative leaves open, and how many there are. */
    asks: plain,
    asked: z.array(safetyQuestion),
    /** The same in sight, where the answers decide whether it is high. */
    inSight: z.array(safetyQuestion),
    /** Those that it answers with a yes, and what it says. */
    says: plain,
    known: z.array(safetyQuestion),
    /** The question whether the recipient is involved; empty when no answer is required. */
    involved: plain,
    superiorInvolved: z.enum(['', 'true', 'false']),
    /** What was answered; empty while the question is open. */
    answered: plain,
    /** The answers that can be given now. Each shows the card again, because it may change who receives the report. */
    answers: z.array(z.object({ title: plain, value: z.enum(['true', 'false']) })).max(2),
    /** Whom the question is about, which may be somebody else than the recipient. */
    askedOf: written,
    askedOfRole: plain,
    recipient: written,
    recipientRole: plain,
    /** Tells the recipient apart from others. */
    to: id,
    /** Why the report is protected; empty if it is not. */
    why: plain,
    rights: care,
    upTheLine: z.boolean(),
    /** The choice of the other route, if there is one. */
    reroute: z.array(z.object({ title: plain, upTheLine: z.boolean() })).max(1),
    /** Entra object id of the superior that the reporter named, or empty. */
    superior: id,
    superiorName: written,
    confidential: z.boolean(),
    /** Says which files go as they were sent although the report is confidential; empty if none does. */
    unclean: plain,
    /** The ids of those files, joined by `.`. */
    told: id,
  }),
  { isConfidential: true },
);
