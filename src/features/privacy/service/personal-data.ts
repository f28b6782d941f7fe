/** All that the features keep about a person, as a file. */

import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Clock } from '../../../platform/clock.js';
import type { OpenedFile, Ticket } from '../../../platform/delivery/tickets.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { type Collected, toReadable } from '../cards/readable.js';

export const FILE_FORMS = ['text', 'json'] as const;
export type FileForm = (typeof FILE_FORMS)[number];
const TYPES: Readonly<Record<FileForm, { type: string; extension: string }>> = {
  text: { type: 'text/plain; charset=utf-8', extension: 'txt' },
  json: { type: 'application/json', extension: 'json' },
};
/** What a ticket of ours opens: `own-data:FORM:LANGUAGE`, of the person whose ticket it is. */
const WHAT = /^own-data:(text|json):(es|en)$/;

export class PersonalData {
  constructor(
    private readonly providers: readonly DataProvider[],
    private readonly clock: Clock,
  ) {}

  /** How much there is of each kind, in the order of the providers; kinds of which there is nothing are left out. */
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

  /** The file behind a ticket; undefined for a ticket of something else. */
  async open({ personId, what }: Ticket): Promise<OpenedFile | undefined> {
    const [, form, language] = (WHAT.exec(what) ?? []) as [string?, FileForm?, Language?];
    if (!form || !language) return undefined;
    const now = this.clock();
    const collected: Collected = await Promise.all(
      this.providers.map(async (provider) => ({
        name: provider.name,
        data: await provider.dataOf(personId),
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
