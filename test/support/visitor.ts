/** A browser on the page «mi página»: it keeps the cookie, and says where its requests come from. */
import { urlsOn } from './trainings.js';
import type { Player, World } from './world.js';

export interface Seen {
  status: number;
  text: string;
  headers: Headers;
}

export class Visitor {
  cookie = '';

  constructor(private readonly address: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Seen> {
    return this.#ask(path, { headers });
  }

  /** Sends a form of ours, unless the headers say otherwise. */
  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Seen> {
    return this.#ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  }

  async #ask(path: string, init: RequestInit): Promise<Seen> {
    const headers = { ...init.headers, ...(this.cookie && { cookie: this.cookie }) };
    const response = await fetch(new URL(path, this.address), { ...init, headers, redirect: 'manual' });
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    return { status: response.status, text: await response.text(), headers: response.headers };
  }
}

/** Asks the bot for the link to the page. */
export async function linkFor(player: Player): Promise<string> {
  await player.writes('mi página');
  const [url = ''] = urlsOn(player.card);
  return url;
}

/** Opens the page as a person, by the link that the bot gives them. */
export async function visit(world: World, firstName: string): Promise<Visitor> {
  const visitor = new Visitor(world.address);
  await visitor.post(await linkFor(world.person(firstName)));
  return visitor;
}

/** What a person reads of a page, in one line. */
export const wordsOf = ({ text }: Seen): string =>
  text
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
