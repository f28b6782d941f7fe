/** A person's commitments and those of a leader's people: the list, and progress. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { day, pageToken, written } from '../../../platform/cards/inputs.js';
import { AppError } from '../../../platform/errors.js';
import { textIn } from '../../../platform/text/catalogue.js';
import {
  isFromForm,
  leaveForm,
  type Reply,
  readInput,
  say,
  show,
  showForm,
  type Turn,
  type VerbRoute,
} from '../../../turn.js';
import type { CaseService, Commitment, KeepingRequest } from '../../cases/index.js';
import type { CommitmentCards, CommitmentForm } from '../cards/commitment-card.js';
import type { CommitmentIds, CommitmentPlace } from '../cards/commitment-ids.js';
import { commitmentListCard } from '../cards/commitment-list-card.js';
import type { CommitmentList } from '../store/commitment-list.js';

export interface CommitmentParts extends Pick<FeatureContext, 'names' | 'renderer'> {
  service: CaseService;
  commitments: CommitmentList;
  cards: CommitmentCards;
  ids: CommitmentIds;
}

const target = z.object({ id: z.string().max(1_000) });
const asked = z.object({ page: pageToken });
const said = z.object({ note: written, reason: written, until: day });

export class CommitmentsHandler {
  constructor(private readonly parts: CommitmentParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'commitments.mine', scope: 'personal', handle: (turn) => this.mine(turn) },
      { verb: 'commitment.done', scope: 'personal', handle: (turn) => this.#keep(turn, 'commitment.done') },
      {
        verb: 'commitment.extend',
        scope: 'personal',
        handle: (turn) => this.#keep(turn, 'commitment.extend'),
      },
    ];
  }

  /** The viewer's own, then those of their people, page by page. */
  async mine(turn: Turn): Promise<Reply> {
    const { commitments } = this.parts;
    const { page } = readInput(asked, turn);
    const [own, team] = await Promise.all([
      page === undefined ? commitments.open(turn.actor.id) : [],
      commitments.team(turn.actor.id, page),
    ]);
    const listed = { own, team: team.commitments, next: team.next ?? '' };
    return show(
      await commitmentListCard(this.parts, listed, turn.actor, turn.language),
      textIn(turn.language).cases.commitments.list.title,
    );
  }

  async #keep(turn: Turn, verb: CommitmentForm): Promise<Reply> {
    const { service, cards, ids } = this.parts;
    const place = ids.placeOf(readInput(target, turn).id);
    if (!place) throw new AppError('not-found');
    if (isAsked(turn, verb)) return this.#open(turn, verb, place);
    const { caseId, seq } = place;
    const { note, reason, until } = readInput(said, turn);
    const request: KeepingRequest =
      verb === 'commitment.done'
        ? { type: 'fulfil', of: seq, note }
        : { type: 'extend', of: seq, until, reason };
    const result = await service.keep(caseId, await turn.person(), request, turn.activityId);
    switch (result.kind) {
      case 'not-found':
      case 'gone-on':
        throw new AppError('not-found');
      case 'done': {
        const commitment = find(result.loaded.subject.commitments, seq);
        const card = cards.kept(caseId, commitment, turn.language);
        return leaveForm(turn, card);
      }
      case 'refused': {
        const text = textIn(turn.language);
        const { refusal } = result;
        const told = refusal === 'not-allowed' ? text.errors['not-allowed'] : text.cases.problem[refusal];
        const isFinal = refusal === 'done-already' || refusal === 'no-commitment';
        if (isFinal || !isFromForm(turn)) return say(told);
        return this.#show(turn, verb, { problem: told, words: note || reason, until });
      }
    }
  }

  /** The form, for people who may fill it in. */
  async #open(turn: Turn, verb: CommitmentForm, { caseId, seq }: CommitmentPlace): Promise<Reply> {
    const keeper = await this.parts.service.keptBy(caseId, await turn.person(), seq);
    if (!keeper) throw new AppError('not-found');
    return this.#show(turn, verb, {});
  }

  #show(
    turn: Turn,
    verb: CommitmentForm,
    entered: { problem?: string; words?: string; until?: string },
  ): Reply {
    const { title } = textIn(turn.language).cases.commitments.forms[verb];
    const view = {
      id: String(turn.input.id),
      verb,
      ...entered,
      today: bogotaDay(turn.now),
      standalone: !turn.inDialog,
    };
    const card = this.parts.cards.form(view, turn.language);
    return showForm(turn, card, title);
  }
}

/** Returns true for the button of a form. One tap says that it is done. */
function isAsked(turn: Turn, verb: CommitmentForm): boolean {
  const { input } = turn;
  return 'msteams' in input || (verb === 'commitment.extend' && !isFromForm(turn) && !('reason' in input));
}

function find(commitments: readonly Commitment[], of: number): Commitment {
  const found = commitments.find(({ seq }) => seq === of);
  if (!found) throw new AppError('unexpected');
  return found;
}
