/** The question to the reporter, the answer form, and its result. */
import { z } from 'zod';
import { choice, id, plain, typed, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { richOf } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import type { HelpBlock } from '../../../platform/text/helplines.js';
import { type Case, newsTemplate } from '../../cases/index.js';
import { SATISFACTION, type Satisfaction, type VoiceAnswer } from '../domain/voice.js';

export const voiceFormTemplate = defineTemplate(
  'cases/voice-form',
  z.object({
    id,
    standalone: z.boolean(),
    title: plain,
    problem: plain,
    satisfied: id,
    choices: z.array(choice),
    /** A reader for answers about trouble exists. */
    asksTrouble: z.boolean(),
    retaliation: z.enum(['true', 'false']),
    comment: typed,
    /** Who reads it, or whom else to turn to. */
    readers: written,
    counts: plain,
    /** Tells those who read it apart from others. */
    to: id,
  }),
  { isConfidential: true },
);

/** Who reads an answer, as it is shown: empty for nobody. */
export interface Readers {
  names: string;
  to: string;
  /** Other people and lines to turn to. */
  others: string;
}

export interface VoiceEntered {
  satisfied?: Satisfaction | undefined;
  retaliation: boolean;
  comment: string;
}

export class VoiceCards {
  constructor(private readonly parts: { renderer: Renderer }) {}

  /** @param until when the days for it end. */
  ask(
    subject: Case,
    { summary, until, isReminder }: { summary: string; until: Date; isReminder: boolean },
    language: Language,
  ): Card {
    const words = textIn(language).cases.voice;
    const data = {
      id: subject.id,
      revision: subject.revision,
      lead: richOf((isReminder ? words.remind : words.ask)(subject.number)),
      words: summary,
      next: richOf(words.question(moment(until, language))),
      forms: [{ title: words.answer, verb: 'voice.answer' }],
      links: [{ title: words.seeCase, verb: 'case.view' }],
    };
    return this.parts.renderer.render(newsTemplate, data, language);
  }

  form(
    {
      caseId,
      standalone,
      problem = '',
      entered,
      readers,
    }: {
      caseId: string;
      standalone: boolean;
      problem?: string;
      entered?: VoiceEntered;
      readers: Readers;
    },
    language: Language,
  ): Card {
    const words = textIn(language).cases.voice;
    const { names, to, others } = readers;
    const data = {
      id: caseId,
      standalone,
      title: words.title,
      problem,
      satisfied: entered?.satisfied ?? '',
      choices: SATISFACTION.map((value) => ({ title: words.satisfied[value], value })),
      asksTrouble: names !== '',
      retaliation: entered?.retaliation ? ('true' as const) : ('false' as const),
      comment: entered?.comment ?? '',
      readers: names ? words.readers(names) : words.nobody(others),
      counts: words.counts,
      to,
    };
    return this.parts.renderer.render(voiceFormTemplate, data, language);
  }

  /**
   * Says what became of the answer, and offers what helps next.
   * @param care whom to call, for what was written.
   */
  thanks(
    subject: Case,
    { satisfied, retaliation, comment }: VoiceAnswer,
    { names, others }: Readers,
    care: HelpBlock[],
    language: Language,
  ): Card {
    const words = textIn(language).cases.voice;
    const said = retaliation ? words.told(names, others) : comment ? words.toldWords(names) : '';
    const next = [said, satisfied === 'yes' ? '' : words.reopen, words.kept].filter((line) => line !== '');
    const data = {
      id: subject.id,
      revision: subject.revision,
      care,
      lead: richOf(`**${retaliation ? words.thanksTold : words.thanks}**`),
      next: richOf(next.join(' ')),
      links: [
        ...(retaliation ? [{ title: words.report, verb: 'voice.report' }] : []),
        { title: words.seeCase, verb: 'case.view' },
      ],
    };
    return this.parts.renderer.render(newsTemplate, data, language);
  }

  /** For those who read it. They need not see the case. */
  notice(
    { number, id: caseId }: Pick<Case, 'number' | 'id'>,
    { retaliation, comment }: VoiceAnswer,
    who: string,
    language: Language,
  ): Card {
    const words = textIn(language).cases.voice.notice;
    const data = {
      id: caseId,
      revision: 0,
      lead: richOf((retaliation ? words.retaliation : words.words)(who, number)),
      words: comment,
      next: richOf(retaliation ? words.duty : words.read),
    };
    return this.parts.renderer.render(newsTemplate, data, language);
  }
}
