/** Collects all data of a person from the features, as counts or as a file. */

import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Clock } from '../../../platform/clock.js';
import type { OpenedFile, Ticket } from '../../../platform/delivery/tickets.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { type Collected, toReadable } from '../cards/readable.js';
import { type Language, textIn } from '../text/catalogue.js';

export const FILE_FORMS = ['text', 'json'] as const;
export type FileForm = (typeof FILE_FORMS)[number];
const TYPES: Readonly<Record<FileForm, { type: string; extension: string }>> = {
  text: { type: 'text/plain; charset=utf-8', extension: 'txt' },
  json: { type: 'application/json', extension: 'json' },
};
/** `what` of a ticket for personal data: `own-data:FORM:LANGUAGE`, of the ticket's person. */
const WHAT = /^own-data:(text|json):(es|en)$/;

export class PersonalData {
  constructor(
    private readonly providers: readonly DataProvider[],
    private readonly clock: Clock,
  ) {}

  /** Number of items of each kind, in the order of the providers; leaves out empty kinds. */
  async counts(personId: string): Promise<{ name: string; count: number }[]> {
    const counted = await Promise.all(
      this.providers.map(async (provider) => ({
        name: provider.name,
        count: (await provider.countOf?.(personId)) ?? (await provider.dataOf(personId)).length,
      })),
    );
    return counted.filter(({ count }) => count > 0);
  }

  whatOf(form: FileForm, language: Language): string {
    return `own-data:${form}:${language}`;
  }

  /** The file of a ticket; undefined for other kinds of tickets. */
  async open({ personId, what }: Ticket): Promise<OpenedFile | undefined> {
    const [, form, language] = (WHAT.exec(what) ?? []) as [string?, FileForm?, Language?];
    if (!form || !language) return undefined;
    const now = this.clock();
    const collected: Collected = await Promise.all(
      this.providers.map(async (provider) => ({
        name: provider.name,
        data: await provider.dataOf(personId),
        words: provider.wordsOf?.(language),
      })),
    );
    const { type, extension } = TYPES[form];
    const content = form === 'text' ? toReadable(collected, language, now) : toJson(personId, collected, now);
    const name = `${textIn(language).privacy.fileName}-${bogotaDay(now)}.${extension}`;
    return { name, type, content: Buffer.from(content) };
  }
}

function toJson(personId: string, collected: Collected, madeAt: Date): string {
  const data = Object.fromEntries(collected.map(({ name, data: own }) => [name, own]));
  return `${JSON.stringify({ personId, madeAt: madeAt.toISOString(), data }, null, 2)}\n`;
}
