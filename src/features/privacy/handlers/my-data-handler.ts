/** "mis datos": shows people their stored data and their rights (Ley 1581 de 2012, article 8). */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Card } from '../../../platform/cards/renderer.js';
import { filesTemplate, noticeCard } from '../../../platform/cards/shared-cards.js';
import { linkOf } from '../../../platform/delivery/tickets.js';
import { CONSENT_VERSION, type Grant, stateOf } from '../../../platform/people/consents.js';
import type { Period } from '../../../platform/storage/retention.js';
import { calendarDay } from '../../../platform/text/dates.js';
import { inWords } from '../../../platform/text/period.js';
import { append, type Reply, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { myDataTemplate } from '../cards/my-data-card.js';
import { FILE_FORMS, type PersonalData } from '../service/personal-data.js';
import type { DataRequestService } from '../service/request-service.js';
import { textIn } from '../text/catalogue.js';
import type { Texts } from '../text/es.js';

export interface MyDataParts
  extends Pick<FeatureContext, 'consents' | 'authorisationWords' | 'renderer' | 'tickets' | 'publicUrl'> {
  service: DataRequestService;
  data: PersonalData;
  discardDrafts: (personId: string) => Promise<void>;
  /** Retention period of cases. */
  keptFor: Period;
}

const MAX_WORDS = 2_000;
const wish = z.object({ words: z.string().trim().min(1).max(MAX_WORDS) });

export class MyDataHandler {
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

  /** Shows the stored data in plain words, with the actions on it. */
  async view(turn: Turn): Promise<Reply> {
    const { consents, data, authorisationWords, renderer } = this.parts;
    const { actor, language } = turn;
    const text = textIn(language).privacy;
    const [last, counts] = await Promise.all([consents.find(actor.id), data.counts(actor.id)]);
    const kept = counts
      // The authorisation has a separate line.
      .filter(({ name }) => name !== consents.name)
      .map(({ name, count }) => keptLine(text, name, count));
    const card = renderer.render(
      myDataTemplate,
      {
        given: stateOf(last) === 'given',
        consent: consentLine(last, turn),
        kept,
        authorisation: authorisationWords.full(language),
        withdrawal: text.withdrawal(inWords(this.parts.keptFor, turn.language)),
      },
      language,
    );
    return turn.text === '' ? append(card) : show(card, text.title);
  }

  async #accept(turn: Turn): Promise<Reply> {
    const given = await this.parts.consents.grant(turn.actor.id, 'button', turn.now);
    const text = textIn(turn.language).privacy.accepted;
    return append(
      this.#notice(turn, text.title, text.body(dayOf(given.at, turn), given.version)),
      text.title,
    );
  }

  async #export(turn: Turn): Promise<Reply> {
    const { tickets, data, renderer, publicUrl } = this.parts;
    const text = textIn(turn.language).privacy;
    const files = await Promise.all(
      FILE_FORMS.map(async (form) => {
        const what = data.whatOf(form, turn.language);
        const ticket = await tickets.issue({ personId: turn.actor.id, what });
        const { title, name } = text.file[form];
        return { title, name, url: linkOf(ticket, publicUrl()).href };
      }),
    );
    const card = renderer.render(filesTemplate, { title: text.filesTitle, files }, turn.language);
    return append(card, text.filesTitle);
  }

  async #correct(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).privacy;
    // A text reply keeps the card and the person's input.
    const parsed = wish.safeParse(turn.input);
    if (!parsed.success) return say(text.noWords(MAX_WORDS));
    const { number, dueAt } = await this.parts.service.ask({
      personId: turn.actor.id,
      words: parsed.data.words,
      commandId: turn.activityId,
    });
    const title = text.corrected.title(number);
    return show(this.#notice(turn, title, text.corrected.body(dayOf(dueAt, turn))), title);
  }

  async #withdraw(turn: Turn): Promise<Reply> {
    const { consents, data, discardDrafts } = this.parts;
    const text = textIn(turn.language).privacy.withdrawn;
    await consents.revoke(turn.actor.id, turn.now);
    const counts = await data.counts(turn.actor.id);
    await discardDrafts(turn.actor.id);
    const countOf = (kind: string) => counts.find(({ name }) => name === kind)?.count ?? 0;
    const cases = countOf('cases');
    const body = [
      text.drafts(countOf('drafts')),
      cases > 0 ? text.cases(cases, inWords(this.parts.keptFor, turn.language)) : text.noCases,
      text.again,
    ];
    return show(this.#notice(turn, text.title, body.join('\n\n')), text.title);
  }

  #notice({ language }: Turn, title: string, body: string): Card {
    const links = [{ title: textIn(language).privacy.title, verb: 'privacy.view', id: '' }];
    return noticeCard(this.parts.renderer, { title, body, links }, language);
  }
}

function consentLine(last: Grant | undefined, turn: Turn): string {
  const text = textIn(turn.language).privacy.consent;
  if (!last) return text.none;
  const state = stateOf(last);
  if (state === 'revoked') return text.revoked(dayOf(last.revokedAt, turn));
  if (state === 'missing') return text.older(dayOf(last.at, turn), CONSENT_VERSION);
  return text.given(dayOf(last.at, turn), last.version);
}

/** The line of the catalogue for a kind of data; a generic one for unknown kinds. */
function keptLine(text: Texts['privacy'], name: string, count: number): string {
  const lines: Readonly<Record<string, (count: number) => string>> = text.kept;
  return Object.hasOwn(lines, name) ? (lines[name]?.(count) ?? '') : text.otherKept(name, count);
}

const dayOf = (at: string, { language }: Turn) => calendarDay(bogotaDay(new Date(at)), language);
