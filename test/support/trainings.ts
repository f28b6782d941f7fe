/** Shared by the tests of trainings: a clock that they move, and the steps of trainer and attendees. */
import { certificateCode } from '../../src/features/trainings/domain/certificate.js';
import { cardCode, rotatingCode, turnAt } from '../../src/features/trainings/domain/codes.js';
import type { Row } from '../../src/platform/storage/tables.js';
import { parts, textOf } from './cards.js';
import { rawRows } from './storage.js';
import type { Player, World } from './world.js';

/** 9:00 in Bogotá on a Tuesday. */
export const NINE = new Date('2026-11-24T14:00:00.000Z');

/** A clock that stands still until it is moved. */
export class HandClock {
  constructor(private at = NINE) {}

  readonly now = (): Date => new Date(this.at);

  forward(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }

  set(iso: string): void {
    this.at = new Date(iso);
  }
}

export const PLAN = {
  title: 'Política de Humanización, grupo 3',
  day: '2026-11-24',
  startsAt: '09:00',
  endsAt: '11:00',
  place: 'Auditorio piso 2',
};

export interface Announced {
  id: string;
  /** The link of the screen, with its key. */
  screenUrl: string;
}

/** Announces a training as Teresa, from her personal chat. */
export async function announce(world: World, plan: Record<string, string> = {}): Promise<Announced> {
  const teresa = world.person('Teresa');
  await teresa.writes('capacitación');
  await teresa.taps('training.create', { ...PLAN, ...plan });
  const card = teresa.card;
  return { id: idOn(card), screenUrl: urlsOn(card).find((url) => url.includes('/screen')) ?? '' };
}

/** The training id in the buttons of a card. */
export function idOn(card: object): string {
  const data = parts(card).find(({ type }) => type === 'Action.Execute')?.data as { id?: string };
  if (!data?.id) throw new Error(`no training on the card:\n${textOf(card)}`);
  return data.id;
}

export function urlsOn(card: object): string[] {
  return parts(card)
    .filter(({ type }) => type === 'Action.OpenUrl')
    .map(({ url }) => String(url));
}

/** The current code on the screen (`screen`) and the fixed one on the card, made from the stored secret. */
export async function codesOf(
  world: World,
  id: string,
  now: Date,
): Promise<{ screen: string; card: string }> {
  const [row] = await rowsUnder(world, id, 'training');
  const secret = String(row?.secret);
  return { screen: rotatingCode(secret, turnAt(now)), card: cardCode(secret) };
}

/** The rows of a training whose row key begins with the prefix, as stored. */
export async function rowsUnder(world: World, id: string, prefix: string): Promise<Row[]> {
  const rows = await rawRows(world.stores.tables, 'Trainings', { partitionKey: id });
  return rows.filter(({ rowKey }) => String(rowKey).startsWith(prefix));
}

/** Closes the registration from Teresa's card of the training. */
export async function close(world: World, id: string): Promise<void> {
  const teresa = world.person('Teresa');
  await teresa.sends(teresa.last, 'training.close', { verb: 'training.close', id });
}

/** The card of the training in the channel, as this person sees it. */
export function channelCard(player: Player): object {
  return player.cardOf(channelMessage(player));
}

export function channelMessage(player: Player) {
  const message = player.received.findLast(({ card }) => card && textOf(card).includes('Capacitación ·'));
  if (!message) throw new Error('no card of a training in the channel');
  return message;
}

/** Registers a person with the button of the card in the channel. */
export function register(world: World, name: string, id: string) {
  const person = world.inChannel(name);
  return person.sends(channelMessage(person), 'attendance.register', { verb: 'attendance.register', id });
}

/** Posts the form; returns the page. */
export async function sendForm(
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
  });
  return { status: response.status, text: await response.text() };
}

/** Opens the form with a code; `ticket` and `cookie` are empty when the answer has none. */
export async function openForm(
  world: World,
  id: string,
  code: string,
): Promise<{ status: number; text: string; ticket: string; cookie: string }> {
  const response = await fetch(`${world.address}/trainings/${id}/attend?${new URLSearchParams({ code })}`);
  const text = await response.text();
  return {
    status: response.status,
    text,
    ticket: /name="ticket" value="([^"]+)"/.exec(text)?.[1] ?? '',
    cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  };
}

export const DECLARED = {
  name: 'Pedro Aliado',
  contact: '1.234.567',
  organisation: 'Transportes del Norte',
  consent: 'yes',
};

/** Ana registers, the list is closed, and she gets the link to her certificate. */
export async function certified(world: World): Promise<{ id: string; url: string }> {
  const { id } = await announce(world);
  await register(world, 'Ana', id);
  await close(world, id);
  const ana = world.person('Ana');
  await ana.writes('mis asistencias');
  await ana.taps('attendance.certificate');
  const [url = ''] = urlsOn(ana.card);
  return { id, url };
}

/** The code on a person's certificate. */
export async function certificateCodeOf(world: World, id: string, name: string): Promise<string> {
  const [row] = await rowsUnder(world, id, 'training');
  return certificateCode({ secret: String(row?.secret) }, `person:${world.person(name).person.id}`);
}
