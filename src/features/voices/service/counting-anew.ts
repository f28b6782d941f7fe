/** Recounts the voices on cases, for `npm run rebuild-figures`. */
import { isDeepStrictEqual } from 'node:util';
import type { FactOfMonth } from '../../../platform/figures/source.js';
import type { Directory } from '../../../platform/people/person.js';
import type { Tables } from '../../../platform/storage/tables.js';
import type { BesideAnew, Case } from '../../cases/index.js';
import { type Heard, monthOfVoice, Voices } from '../store/voices.js';
import { heardFacts, heardOf, voiceFigures } from './voice-figures.js';

/** A voice stays in the line in which it is counted: directories change, and months that are over do not. */
class HearingAnew {
  readonly #heard = new Map<string, Promise<ReadonlyMap<string, Heard>>>();

  constructor(
    private readonly parts: { voices: Voices; directory: Directory },
    private readonly saves: boolean,
  ) {}

  /** What the voice on a case counts. */
  async of(subject: Case): Promise<FactOfMonth[]> {
    const { voices, directory } = this.parts;
    const voice = subject.closedAt === undefined ? undefined : await voices.find(subject.id);
    if (!voice?.answer) return [];
    const month = monthOfVoice(voice);
    const stored = (await this.#heardIn(month)).get(subject.id);
    const current = await heardOf(directory, subject, voice);
    const heard = { ...current, line: stored?.line ?? current.line };
    if (this.saves && !isDeepStrictEqual(heard, stored)) await voices.hear(subject.id, voice, heard);
    return heardFacts(heard).map((fact) => ({ month, fact }));
  }

  #heardIn(month: string): Promise<ReadonlyMap<string, Heard>> {
    const known = this.#heard.get(month) ?? this.parts.voices.heardByCase(month);
    this.#heard.set(month, known);
    return known;
  }
}

/** The figures of voices, which can be counted case by case. */
export function voiceFiguresAnew({
  tables,
  directory,
}: {
  tables: Tables;
  directory: Directory;
}): BesideAnew {
  const voices = new Voices(tables);
  return {
    ...voiceFigures(voices),
    anew: (saves) => {
      const hearing = new HearingAnew({ voices, directory }, saves);
      return (subject) => hearing.of(subject);
    },
  };
}
