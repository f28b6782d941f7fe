/** "mis datos": what is kept about whoever asks, and what they may do about it (Ley 1581 de 2012, article 8). */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { linkOf, type Tickets } from '../../../platform/delivery/tickets.js';
import type { AuthorisationWords } from '../../../platform/people/authorisation-words.js';
import { CONSENT_VERSION, type Consents, type Grant, stateOf } from '../../../platform/people/consents.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { bogotaDay, calendarDay } from '../../../platform/text/dates.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { FILE_FORMS, type PersonalData } from '../service/personal-data.js';
import type { CorrectionRequests } from '../service/request-service.js';

export interface MyDataParts {
  consents: Consents;
  requests: Pick<CorrectionRequests, 'ask'>;
  data: PersonalData;
  words: AuthorisationWords;
  renderer: Renderer;
  tickets: Tickets;
  publicUrl: () => string;
  /** Deletes all drafts of a person. */
  discardDrafts: (personId: string) => Promise<void>;
  /** How long settled cases are kept, in words of the catalogue. */
  keptFor: { count: number; unit: 'd' | 'y' };
}

const MAX_WORDS = 2_000;
const correction = z.object({ words: z.string().trim().min(1).max(MAX_WORDS) });

export class MyData {
  constructor(private readonly parts: MyDataParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'privacy.view', scope: 'personal', handle: (turn) => this.view(turn) },
      { verb: 'privacy.accept', scope: 'personal', handle: (turn) => this.#accept(turn) },
      { verb: 'privacy.export', scope: 'personal', handle: (turn) => this.#export(turn) },
      { verb: 'privacy.correct', scope: 'personal', handle: (turn) => this.#correct(turn) },
      { verb: 'privacy.withdraw', scope: 'personal', handle: (turn) => this.#withdraw(turn) },
    ];
  }

  /** What is kept, in plain words, with what may be done about it. */
  async view(turn: Turn): Promise<Reply> {
    const { consents, data, words, renderer } = this.parts;
    const { actor, language } = turn;
    const text = textIn(language).privacy;
    const [last, counts] = await Promise.all([consents.find(actor.id), data.counts(actor.id)]);
    const kept = counts
      // The authorisation has a line of its own.
      .filter(({ name }) => name !== consents.name)
      .map(({ name, count }) => keptLine(text, name, count));
    const card = renderer.render(
      'my-data',
      {
        given: stateOf(last) === 'given',
        consent: this.#consentLine(last, turn),
        kept,
        authorisation: words.full(language),
        withdrawal: text.withdrawal(this.#period(turn)),
      },
      language,
    );
    return turn.text === '' ? { kind: 'append', message: { card } } : show(card, text.title);
  }

  async #accept(turn: Turn): Promise<Reply> {
    const given = await this.parts.consents.grant(turn.actor.id, 'button', turn.now);
    const text = textIn(turn.language).privacy.accepted;
    const body = text.body(dayOf(given.at, turn), given.version);
    const card = this.#notice(turn, text.title, body);
    return { kind: 'append', message: { card, summary: text.title } };
  }

  async #export(turn: Turn): Promise<Reply> {
    const { tickets, data, renderer, publicUrl } = this.parts;
    const text = textIn(turn.language).privacy;
    const files = await Promise.all(
      FILE_FORMS.map(async (form) => {
        const what = data.whatOf(form, turn.language);
        const ticket = await tickets.issue({ personId: turn.actor.id, what });
        return {
          title: text.file[form].title,
          name: text.file[form].name,
          url: linkOf(ticket, publicUrl()).href,
        };
      }),
    );
    const card = renderer.render('files', { title: text.filesTitle, files }, turn.language);
    return { kind: 'append', message: { card, summary: text.filesTitle } };
  }

  async #correct(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).privacy;
    const parsed = correction.safeParse(turn.input);
    if (!parsed.success) return { kind: 'say', text: text.noWords(MAX_WORDS) };
    const { number, dueAt } = await this.parts.requests.ask({
      personId: turn.actor.id,
      words: parsed.data.words,
      commandId: turn.activityId,
    });
    return show(
      this.#notice(turn, text.corrected.title(number), text.corrected.body(dayOf(dueAt, turn))),
      text.corrected.title(number),
    );
  }

  async #withdraw(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).privacy.withdrawn;
    await this.parts.consents.revoke(turn.actor.id, turn.now);
    const counts = await this.parts.data.counts(turn.actor.id);
    await this.parts.discardDrafts(turn.actor.id);
    const [drafts = 0, cases = 0] = ['drafts', 'cases'].map(
      (kind) => counts.find(({ name }) => name === kind)?.count,
    );
    const body = [
      text.drafts(drafts),
      cases > 0 ? text.cases(cases, this.#period(turn)) : text.noCases,
      text.again,
    ];
    return show(this.#notice(turn, text.title, body.join('\n\n')), text.title);
  }

  #notice(turn: Turn, title: string, body: string) {
    const links = [{ title: textIn(turn.language).privacy.title, verb: 'privacy.view' as const, id: '' }];
    return this.parts.renderer.render('notice', { title, body, links }, turn.language);
  }

  #consentLine(last: Grant | undefined, turn: Turn): string {
    const text = textIn(turn.language).privacy.consent;
    if (!last) return text.none;
    const state = stateOf(last);
    if (state === 'revoked') return text.revoked(dayOf(last.revokedAt, turn));
    if (state === 'missing') return text.older(dayOf(last.at, turn), CONSENT_VERSION);
    return text.given(dayOf(last.at, turn), last.version);
  }

  #period({ language }: Turn): string {
    const { count, unit } = this.parts.keptFor;
    return textIn(language).privacy.period[unit](count);
  }
}

/** In words of the catalogue; what it has none for is named as it names itself. */
function keptLine(text: Catalogue['privacy'], name: string, count: number): string {
  const lines: Readonly<Record<string, (count: number) => string>> = text.kept;
  return Object.hasOwn(lines, name) ? (lines[name]?.(count) ?? '') : text.otherKept(name, count);
}

const dayOf = (at: string, { language }: Turn) => calendarDay(bogotaDay(new Date(at)), language);
