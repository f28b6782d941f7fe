/** Takes in the rows of a file: proposes, counts, and keeps each once. Used by the chat and by the command. */
import type { FeatureContext } from '../../../feature.js';
import type { Person } from '../../../platform/people/person.js';
import { withoutIdentifiers } from '../../../platform/text/redact.js';
import { type Arrived, type Assessed, CHANNELS, type Channel, rankOf } from '../domain/arrived.js';
import { type Counts, countsOf } from '../domain/counts.js';
import { peopleFinder } from '../domain/people.js';
import { type Opinion, proposedFor } from '../domain/proposing.js';
import type { SourceRows } from '../store/source-rows.js';

/** Rows kept between two words of progress. */
const STEP = 500;

export interface ImportingParts extends Pick<FeatureContext, 'clock' | 'everyone'> {
  rows: SourceRows;
  opinionOn: (text: string) => Opinion;
  /** Tells the team of rows that cannot wait. Idempotent by file. */
  alert: (fileId: string) => Promise<void>;
}

export class Importing {
  constructor(private readonly parts: ImportingParts) {}

  /** Proposes the kind of each row, and finds the person it is about. */
  async assess(arrived: readonly Arrived[]): Promise<Assessed[]> {
    const people = await this.parts.everyone();
    const find = peopleFinder(people);
    const assessed: Assessed[] = [];
    for (const row of arrived) {
      // The model takes milliseconds for each, and others want their turn.
      await new Promise(setImmediate);
      assessed.push(this.#assessed(row, find));
    }
    return assessed;
  }

  #assessed(row: Arrived, find: (written: string) => Person | undefined): Assessed {
    const person = row.person === '' ? undefined : find(row.person);
    const text = withoutIdentifiers(row.text);
    return {
      ...row,
      text,
      // A document number of a person missing from the directory is not kept.
      person: person?.name ?? (row.person.includes('@') ? row.person : withoutIdentifiers(row.person)),
      ...(person && { personId: person.id, area: row.area || person.area }),
      proposed: proposedFor(row, this.parts.opinionOn(text)),
    };
  }

  async count(rows: readonly Assessed[]): Promise<Counts> {
    return countsOf(rows, await this.#known(rows));
  }

  /**
   * Keeps what is not known yet, what cannot wait first, and tells the team of it. Idempotent: after a crash, the same file
   * keeps the rest.
   */
  async keep(
    fileId: string,
    rows: readonly Assessed[],
    onProgress: (done: number) => Promise<void>,
  ): Promise<number> {
    const known = await this.#known(rows);
    const keptAt = this.parts.clock().toISOString();
    const inOrder = [...rows].sort((one, other) => rankOf(one.proposed) - rankOf(other.proposed));
    const isUrgent = ({ proposed }: Assessed) => proposed.urgent;
    const urgent = inOrder.filter(isUrgent);
    let added = await this.#keep(urgent, known, keptAt);
    if (urgent.length > 0) await this.parts.alert(fileId);
    const others = inOrder.filter((row) => !isUrgent(row));
    for (let at = 0; at < others.length; at += STEP) {
      added += await this.#keep(others.slice(at, at + STEP), known, keptAt);
      await onProgress(urgent.length + Math.min(at + STEP, others.length));
    }
    return added;
  }

  async #keep(rows: readonly Assessed[], known: Map<Channel, Set<string>>, keptAt: string): Promise<number> {
    let added = 0;
    for (const channel of CHANNELS) {
      const ofChannel = rows.filter((row) => row.channel === channel);
      added += await this.parts.rows.keep(channel, ofChannel, known.get(channel) ?? new Set(), keptAt);
    }
    return added;
  }

  async #known(rows: readonly Assessed[]): Promise<Map<Channel, Set<string>>> {
    const channels = [...new Set(rows.map(({ channel }) => channel))];
    return new Map(
      await Promise.all(channels.map(async (each) => [each, await this.parts.rows.known(each)] as const)),
    );
  }
}
