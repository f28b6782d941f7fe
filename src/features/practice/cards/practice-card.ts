/** The practice of a day: the small thing to do, the behaviour that it comes from, and the tick. */
import { z } from 'zod';
import { id, plain } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Policy } from '../../../platform/policy/policy.js';
import { namedDay } from '../../../platform/text/dates.js';
import type { Practice } from '../domain/practice.js';
import { type Language, textIn } from '../text/catalogue.js';

/** The section above the seven that take us away. */
const AWAY = 'alejan-humanizacion';

export const practiceTemplate = defineTemplate(
  'practice/practice',
  z.object({
    /** The day of the practice, `YYYY-MM-DD`. */
    id,
    heading: plain,
    words: plain,
    /** The advice or the warning of the policy. */
    source: plain,
    behaviour: plain,
    /** Empty until it is ticked. */
    done: plain,
  }),
  { textIn },
);

export class PracticeCards {
  constructor(private readonly parts: { renderer: Renderer; policy: Policy }) {}

  /** @param tick how many are ticked in its week, this one included; undefined until it is ticked. */
  render(
    { section: sectionId, behaviour, ...words }: Practice,
    { day, inWeek }: { day: string; inWeek?: number | undefined },
    language: Language,
  ): Card {
    const { renderer, policy } = this.parts;
    const text = textIn(language).practice;
    const section = policy.find(sectionId);
    const data = {
      id: day,
      heading: text.heading(namedDay(day, day, language)),
      words: words[language],
      source: (section?.parentId === AWAY ? text.takesAway : text.bringsCloser)(section?.title ?? ''),
      behaviour,
      done: inWeek === undefined ? '' : text.done(inWeek),
    };
    return renderer.render(practiceTemplate, data, language);
  }
}
