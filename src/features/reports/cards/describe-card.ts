/** The first card of a report, prefilled with the draft. */
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { Language } from '../../../platform/text/catalogue.js';
import type { HelpBlock } from '../../../platform/text/helplines.js';
import type { Draft } from '../domain/draft.js';
import { describeTemplate } from './templates.js';

/**
 * @param view.authorisation the text to read before reporting; empty once authorisation is given.
 * @param view.problem what was wrong with the last submission.
 * @param view.care whom to call, for what was written so far.
 */
export function describeCard(
  renderer: Renderer,
  draft: Draft,
  {
    now,
    language,
    authorisation,
    problem,
    care,
  }: { now: Date; language: Language; authorisation: string; problem: string; care: HelpBlock[] },
): Card {
  const { id, narrative, topic, source, place, occurredOn, efforts } = draft;
  const data = {
    id,
    problem,
    care,
    narrative,
    topic: topic || ('proposed' as const),
    source,
    place,
    occurredOn,
    today: bogotaDay(now),
    efforts: efforts.join(','),
    confidential: draft.confidential ? ('true' as const) : ('false' as const),
    authorisation,
    retaliation: draft.retaliation,
    inConfidence: draft.inConfidence,
    details: Boolean(
      draft.confidential ||
        topic ||
        place ||
        occurredOn ||
        efforts.length > 0 ||
        source !== 'moment-of-truth',
    ),
  };
  return renderer.render(describeTemplate, data, language);
}
