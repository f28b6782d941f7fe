/** Tells the humanization team what somebody asks to have corrected. */
import type { Renderer } from '../cards/renderer.js';
import type { Logger } from '../log.js';
import type { Directory } from '../people/person.js';
import { type Language, textIn } from '../text/catalogue.js';
import { bogotaDay, calendarDay } from '../text/dates.js';
import type { Message } from '../turn.js';
import type { Corrections } from './corrections.js';

export interface CorrectionNoticeParts {
  corrections: Corrections;
  directory: Directory;
  renderer: Renderer;
  tell: (personId: string, render: (language: Language) => Message) => Promise<void>;
  log: Logger;
}

export class CorrectionNotice {
  constructor(private readonly parts: CorrectionNoticeParts) {}

  /** @throws the last failure where nobody at all could be told, so that it is tried again. */
  async send(number: string): Promise<undefined> {
    const { corrections, directory, renderer, tell, log } = this.parts;
    const correction = await corrections.find(number);
    if (!correction) return undefined;
    const who = (await directory.find(correction.personId))?.name ?? correction.personId;
    const team = await directory.withRole('humanization');
    const told = await Promise.allSettled(
      team.map(({ id }) =>
        tell(id, (language) => {
          const title = textIn(language).privacy.asked(number);
          const due = calendarDay(bogotaDay(new Date(correction.dueAt)), language);
          const data = { title, who, words: correction.words, due };
          return { card: renderer.render('data-request', data, language), summary: title };
        }),
      ),
    );
    const failed = told.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const err of failed) log.error({ request: number, err }, 'somebody of the team was not told');
    if (failed.length === told.length && failed.length > 0) throw failed[0];
    return undefined;
  }
}
