/** Notices and forms of commitments. They show nothing of the case, which who committed may not see. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type Rich, richOf } from '../../../platform/cards/rich.js';
import type { Names } from '../../../platform/people/names.js';
import type { Person } from '../../../platform/people/person.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import { type CaseEvent, type Commitment, caseFormTemplate, newsTemplate } from '../../cases/index.js';
import type { CommitmentIds } from './commitment-ids.js';

export const COMMITMENT_FORMS = ['commitment.done', 'commitment.extend'] as const;
export type CommitmentForm = (typeof COMMITMENT_FORMS)[number];

export interface CommitmentTelling {
  caseId: string;
  commitment: Commitment;
  event: CaseEvent;
  reader: Pick<Person, 'id'>;
  language: Language;
}

type Words = Catalogue['cases']['commitments'];

export class CommitmentCards {
  constructor(private readonly parts: { names: Names; renderer: Renderer; ids: CommitmentIds }) {}

  /** What happened to a commitment; undefined if that has no news. */
  async notice(telling: CommitmentTelling): Promise<Card | undefined> {
    const { caseId, commitment, event, language } = telling;
    const words = textIn(language).cases.commitments;
    const lead = await this.#leadOf(telling, words);
    if (!lead) return undefined;
    const isKept = commitment.state === 'done' || commitment.hasLeft;
    const data = {
      id: this.parts.ids.of({ caseId, seq: commitment.seq }),
      revision: 0,
      lead: richOf(lead),
      words: commitment.what,
      next: this.#nextOf(commitment, event, language),
      taps: isKept ? [] : [{ title: words.done, verb: 'commitment.done' }],
      forms: isKept ? [] : COMMITMENT_FORMS.map((verb) => ({ title: words.forms[verb].button, verb })),
      links: [{ title: words.see, verb: 'commitments.mine' }],
    };
    return this.parts.renderer.render(newsTemplate, data, language);
  }

  async #leadOf({ commitment, event, reader }: CommitmentTelling, words: Words): Promise<string | undefined> {
    const { names } = this.parts;
    const told = {
      by: await names.of(event.actorId),
      who: await names.of(commitment.personId),
      day: '',
    };
    const lines = words.told[reader.id === commitment.personId ? 'own' : 'team'];
    switch (event.body.type) {
      case 'committed':
      case 'closed':
        return lines.committed(told);
      case 'commitment-reminded':
        return lines[event.body.reminder](told);
      case 'commitment-lapsed':
        return event.body.hasLeft ? words.told.team.left(told) : lines.lapsed(told);
      case 'commitment-done':
        return lines.done(told);
      case 'commitment-extended':
        return lines.extended(told);
      default:
        return undefined;
    }
  }

  #nextOf({ until, kind }: Commitment, { body }: CaseEvent, language: Language): Rich {
    const words = textIn(language).cases.commitments;
    const said = body.type === 'commitment-done' ? body.note : '';
    const why = body.type === 'commitment-extended' ? body.reason : said;
    const day = words.until(calendarDay(until, language), words.kind[kind]);
    return [
      ...richOf(why ? `${day}\n` : day),
      ...(why ? [{ text: `«${why}»`, weight: 'Default' as const }] : []),
    ];
  }

  /** What came of it, for who did it. */
  kept(caseId: string, commitment: Commitment, language: Language): Card {
    const words = textIn(language).cases.commitments;
    const isDone = commitment.state === 'done';
    const { title, body } = isDone
      ? words.after.done
      : words.after.extended(calendarDay(commitment.until, language));
    const data = {
      id: this.parts.ids.of({ caseId, seq: commitment.seq }),
      revision: 0,
      lead: richOf(`**${title}**`),
      words: commitment.what,
      next: richOf(body),
      forms: isDone ? [{ title: words.after.notYet, verb: 'commitment.extend' }] : [],
      links: [{ title: words.see, verb: 'commitments.mine' }],
    };
    return this.parts.renderer.render(newsTemplate, data, language);
  }

  form(
    { id, verb, problem = '', words: said = '', until = '', today, standalone }: CommitmentFormView,
    language: Language,
  ): Card {
    const words = textIn(language).cases.commitments.forms[verb];
    const isExtension = verb === 'commitment.extend';
    const data = {
      id,
      revision: 0,
      verb,
      standalone,
      title: words.title,
      problem,
      meaning: words.meaning,
      asksDay: isExtension,
      until,
      today,
      input: isExtension ? 'reason' : 'note',
      label: words.label,
      placeholder: words.placeholder,
      required: words.required,
      words: said,
      submit: words.submit,
    };
    return this.parts.renderer.render(caseFormTemplate, data, language);
  }
}

export interface CommitmentFormView {
  id: string;
  verb: CommitmentForm;
  problem?: string;
  words?: string;
  until?: string;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
  standalone: boolean;
}
