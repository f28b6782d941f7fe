/** Viewing a case and giving commands from its card. */
import type { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { Card } from '../../../platform/cards/renderer.js';
import { richOf } from '../../../platform/cards/rich.js';
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import {
  isFromForm,
  leaveForm,
  type Reply,
  readInput,
  say,
  show,
  type Turn,
  type VerbRoute,
} from '../../../turn.js';
import type { CaseCards } from '../cards/case-card.js';
import { newsTemplate } from '../cards/templates.js';
import { afterwards, undoButtons } from '../cards/undo-buttons.js';
import { may, mayView } from '../domain/permissions.js';
import type { AccessRecord } from '../service/accesses/access-record.js';
import type { CaseService } from '../service/commands/case-service.js';
import type { Request } from '../service/commands/completing-commands.js';
import { formIsOver, leftCase } from '../service/left-open.js';
import type { CaseNumbers } from '../service/lists/case-numbers.js';
import type { LoadedCase } from '../store/case-store.js';
import type { CaseForms } from './case-forms.js';
import { type Back, opened, REQUESTS, target, viewed } from './review-inputs.js';

export interface ReviewParts extends Pick<FeatureContext, 'renderer' | 'things'> {
  forms: CaseForms;
  service: CaseService;
  cards: CaseCards;
  numbers: CaseNumbers;
  record: Pick<AccessRecord, 'opened'>;
}

export class ReviewHandler {
  constructor(private readonly parts: ReviewParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'case.view', scope: 'personal', handle: (turn) => this.#view(turn) },
      ...Object.entries(REQUESTS).map(
        ([verb, request]): VerbRoute => ({
          verb,
          scope: 'personal',
          handle: (turn) => this.#execute(turn, verb, request),
        }),
      ),
    ];
  }

  /** The case with the written number. A case that this person may not see looks like a missing one. */
  async byNumber(turn: Turn): Promise<Reply> {
    const number = turn.understood?.entities.caseNumber;
    if (number === undefined) throw new AppError('unexpected');
    const viewer = await turn.person();
    const id = await this.parts.numbers.idOf(number, viewer, turn.now);
    const found = id === undefined ? undefined : await this.#open(turn, viewer, id);
    return found ?? say(textIn(turn.language).cases.noSuchNumber);
  }

  async #view(turn: Turn): Promise<Reply> {
    const { id, back } = readInput(viewed, turn);
    const reader = await turn.reader();
    // Without a role, people see what is theirs by their id. A role holds as the directory has it now.
    const viewer = reader.roles.length === 0 ? reader : await turn.person();
    const found = await this.#open(turn, viewer, id, back);
    if (!found) throw new AppError('not-found');
    return found;
  }

  /** Undefined if there is no such case for this person. */
  async #open(turn: Turn, viewer: Person, id: string, back?: Back): Promise<Reply | undefined> {
    const loaded = await this.parts.service.view(id, viewer);
    if (loaded) {
      this.parts.record.opened(loaded.subject, viewer.id, { what: 'card' });
      return this.#show(turn, viewer, loaded, { back });
    }
    const gone = await this.parts.service.goneOn(id, viewer);
    return gone && show(this.parts.cards.goneOn(gone, turn.language));
  }

  async #execute(turn: Turn, verb: string, request: z.ZodType<Request>): Promise<Reply> {
    const { id, revision } = readInput(target, turn);
    const viewer = await turn.person();
    const { service, record, forms } = this.parts;
    if (forms.isAsked(verb, turn)) return forms.open(turn, viewer, id, verb);
    const asked = readInput(request, turn);
    const { back } = readInput(opened, turn);
    const result = await service.execute(id, viewer, asked, { revision, commandId: turn.activityId });
    const text = textIn(turn.language);
    switch (result.kind) {
      case 'not-found':
        throw new AppError('not-found');
      case 'gone-on':
        return leaveForm(turn, this.parts.cards.goneOn(result.subject, turn.language));
      case 'done':
        if (asked.type === 'identify') record.opened(result.loaded.subject, viewer.id, { what: 'identity' });
        this.parts.things.note(viewer.id, [formIsOver], turn.now);
        if (!isFromForm(turn))
          return this.#show(turn, viewer, result.loaded, { back, ...saysAdded(asked, result.loaded, text) });
        return (
          (await forms.next(turn, viewer, result.loaded.subject)) ??
          leaveForm(turn, this.#told(turn, viewer, result.loaded))
        );
      case 'refused': {
        record.opened(result.loaded.subject, viewer.id, { what: 'card' });
        const again = await forms.again(turn, viewer, { verb, ...result });
        if (again) return again;
        const banner =
          result.refusal === 'not-allowed' ? text.errors['not-allowed'] : text.cases.problem[result.refusal];
        return turn.inDialog ? say(banner) : this.#show(turn, viewer, result.loaded, { banner, back });
      }
    }
  }

  /** What came of a form, what comes next, and for a while the way to take it back. */
  #told({ language, now }: Turn, viewer: Person, loaded: LoadedCase): Card {
    const { cards, renderer } = this.parts;
    const { subject, events } = loaded;
    if (!mayView(subject, viewer)) return cards.goneOn(subject, language);
    const text = textIn(language).cases;
    const isAgreed = events.at(-1)?.body.type === 'committed';
    const mayCommit = isAgreed && may(subject, viewer, 'commit');
    const data = {
      id: subject.id,
      revision: subject.revision,
      care: cards.helpForWords(loaded, viewer, language),
      lead: richOf(`**${text.done(subject.number)}**`),
      next: richOf(afterwards(subject, events, text)),
      forms: mayCommit ? [{ title: text.commitments.another, verb: 'commitment.add' }] : [],
      taps: undoButtons(subject, viewer, { now, language }),
      links: [{ title: text.seeCase, verb: 'case.view' }],
    };
    return renderer.render(newsTemplate, data, language);
  }

  async #show(
    turn: Turn,
    viewer: Person,
    loaded: LoadedCase,
    options: { banner?: string; back?: Back | undefined },
  ): Promise<Reply> {
    const { language, now } = turn;
    // The person who hands a case over no longer sees it.
    if (!mayView(loaded.subject, viewer)) return show(this.parts.cards.goneOn(loaded.subject, language));
    this.parts.things.note(viewer.id, [leftCase(loaded.subject, viewer)], now);
    const summary = textIn(language).cases.summary.updated(loaded.subject.number);
    return show(await this.parts.cards.render(loaded, { viewer, language, now }, options), summary);
  }
}

/** What is added by one tap changes nothing that is seen: that it arrived is said. */
function saysAdded({ type }: Request, { subject, events }: LoadedCase, text: Catalogue): { banner?: string } {
  return type === 'add' ? { banner: afterwards(subject, events, text.cases) } : {};
}
