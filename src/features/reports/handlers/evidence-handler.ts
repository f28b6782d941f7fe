/** The replies to files that people send. */
import type { FeatureContext } from '../../../feature.js';
import { tells } from '../../../platform/cleaning/evidence.js';
import type { Message } from '../../../platform/delivery/message.js';
import { pauseFor } from '../../../platform/delivery/pause.js';
import { AppError, codeOf } from '../../../platform/errors.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { type Reply, say, type Turn } from '../../../turn.js';
import { uncleanTemplate } from '../cards/templates.js';
import type { EvidenceService, Kept } from '../service/evidence-service.js';
import { joinHashes } from './unclean-handler.js';

export interface EvidenceHandlerParts
  extends Pick<FeatureContext, 'renderer' | 'background' | 'notices' | 'log'> {
  evidence: Pick<EvidenceService, 'keep'>;
}

/** After that, the person is told that the files are being checked, and later what became of them. */
const CHECKING_AFTER_MS = 2_000;

export class EvidenceHandler {
  constructor(private readonly parts: EvidenceHandlerParts) {}

  async receive(turn: Turn): Promise<Reply> {
    const answer = this.#answer(turn);
    const message = await Promise.race([answer, pauseFor(CHECKING_AFTER_MS)]);
    if (message) return { kind: 'show', message };
    this.parts.background.run('files', () => this.#tell(turn, answer));
    return say(textIn(turn.language).cases.evidence.checking);
  }

  async #tell({ actor, language, activityId }: Turn, answer: Promise<Message>): Promise<void> {
    const { notices, log } = this.parts;
    const message = await answer.catch((error: unknown): Message => {
      const text = textIn(language);
      log.warn({ activity: activityId, actor: actor.id, err: error }, 'files were not kept');
      return {
        text: (error instanceof AppError && error.sentence?.(language)) || text.errors[codeOf(error)],
      };
    });
    await notices.tell(actor.id, () => message);
  }

  async #answer(turn: Turn): Promise<Message> {
    const text = textIn(turn.language).cases.evidence;
    const kept = await this.parts.evidence.keep(turn);
    if (!kept) return { text: text.nowhere };
    return kept.unclean.length > 0 ? this.#ask(turn, kept) : { text: linesOf(kept, text).join('\n\n') };
  }

  /** Asks whether to add files that cannot be cleaned. Nothing of them is kept: they are sent again. */
  #ask({ language }: Turn, kept: Kept): Message {
    const text = textIn(language).cases.evidence;
    const words = text.unclean(kept.unclean.length);
    const data = {
      ...words,
      id: kept.id,
      // A card shows no words of people in its own text, so it does not name the refused files.
      others: linesOf(
        { ...kept, refused: kept.refused.map((file) => ({ ...file, name: text.unnamed })) },
        text,
      ),
      files: kept.unclean.map((file) => ({ name: file.name, tells: text.tells[tells(file)] })),
      hashes: joinHashes(kept.unclean),
    };
    return { card: this.parts.renderer.render(uncleanTemplate, data, language), summary: words.title };
  }
}

function linesOf({ place, refused, problems }: Kept, text: Catalogue['cases']['evidence']): string[] {
  const words = {
    'too-many': text.tooMany,
    closed: text.closed,
    busy: text.busy,
    'later-version': text.laterVersion,
  };
  const told = place?.kind === 'case' ? text.withCase(place.number) : place ? text.withDraft : '';
  return [
    told,
    ...refused.map(({ name, why }) => text.problem[why](name)),
    ...problems.map((problem) => words[problem]),
  ].filter(Boolean);
}
