/** Takes a file of another channel from the team, shows its rows, and keeps them after a yes. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { codeOf } from '../../../platform/errors.js';
import { type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { batchCard, problemsCard } from '../cards/import-cards.js';
import { isTriager } from '../domain/people.js';
import type { BatchService } from '../service/batch-service.js';
import type { sourceReader } from '../service/source-reader.js';
import { textIn } from '../text/catalogue.js';

const MAX_BYTES = 8 * 1024 * 1024;
const target = z.object({ id: z.uuid() });

interface ImportParts extends Pick<FeatureContext, 'renderer' | 'newId' | 'fetchFile' | 'background'> {
  batches: BatchService;
  reader: ReturnType<typeof sourceReader>;
}

export class ImportHandler {
  constructor(private readonly parts: ImportParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'sources.keep', scope: 'personal', handle: (turn) => this.#decide(turn, true) },
      { verb: 'sources.discard', scope: 'personal', handle: (turn) => this.#decide(turn, false) },
    ];
  }

  /** Undefined for files that are none of another channel, or not of the team. */
  async receive(turn: Turn): Promise<Reply | undefined> {
    const [file, ...others] = turn.files;
    const isCsv = turn.files.every(({ name }) => /\.csv$/i.test(name.trim()));
    if (!file || !isCsv || !isTriager(await turn.person())) return undefined;
    const { fetchFile, reader, renderer, batches, newId, background } = this.parts;
    const text = textIn(turn.language).sources;
    const content = await fetchFile(file, turn.serviceUrl, MAX_BYTES).catch(tooLarge);
    if (!content) return say(text.tooLarge);
    const reading = await reader.read(content, bogotaDay(turn.now));
    if (!reading) return undefined;
    if (others.length > 0) return say(text.oneByOne);
    const { rows, problems } = reading;
    if (problems.length > 0) return show(problemsCard(renderer, file.name, problems, turn.language));
    const id = newId();
    // Thousands of rows take longer than Teams waits for an answer.
    background.run('read rows', () => batches.show(id, turn.actor.id, file.name, rows));
    return say(text.reading(rows.length));
  }

  async #decide(turn: Turn, isYes: boolean): Promise<Reply> {
    const { batches, renderer } = this.parts;
    const { id } = readInput(target, turn);
    const found = isTriager(await turn.person()) ? await batches.find(id, turn.actor.id) : undefined;
    const isDone = found && (await (isYes ? batches.keep(found) : batches.discard(found)));
    if (!isDone) return say(textIn(turn.language).sources.gone);
    const batch = { ...found.batch, state: isYes ? ('keeping' as const) : ('discarded' as const) };
    return show(batchCard(renderer, batch, turn.language));
  }
}

function tooLarge(error: unknown): undefined {
  if (codeOf(error) !== 'too-large') throw error;
  return undefined;
}
