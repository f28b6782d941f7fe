/** Thousands of recognitions at once, in simulated time. */
import type { SinonFakeTimers } from 'sinon';
import type { Context } from '../../src/context.js';
import { PictureLinks } from '../../src/features/recognitions/cards/picture-links.js';
import { RecognitionCards } from '../../src/features/recognitions/cards/recognition-cards.js';
import { attributesOf } from '../../src/features/recognitions/service/attributes.js';
import { createRecognitionEngine } from '../../src/features/recognitions/service/engine.js';
import { RateLimiter } from '../../src/platform/delivery/rates.js';
import type { Person } from '../../src/platform/people/person.js';
import { memoryContext, memoryHost } from './host.js';
import { MemoryQueue } from './memory-queue.js';
import { ALONE } from './rates.js';

/** Of Teams: for the whole app, and for one conversation. */
export const APP_A_SECOND = 50;
export const CHAT_A_SECOND = 7;
/** Each leader's people. */
const TEAM = 10;

export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const leaderOf = (n: number) => idOf(1_000_000 + Math.floor(n / TEAM));

/** Who has to be told: each person once, and their leader of each. */
export const noticesOf = (many: number): string[] =>
  Array.from({ length: many }, (_, n) => [idOf(n), leaderOf(n)]).flat();

/** The most that were sent within any second. */
export function mostInASecond(times: readonly number[]): number {
  let most = 0;
  for (let first = 0, last = 0; last < times.length; last++) {
    while ((times[last] as number) - (times[first] as number) >= 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

function organisation(many: number): Person[] {
  const person = (id: string, superiorId?: string): Person => ({
    id,
    name: `Persona ${id.slice(-7)}`,
    email: '',
    roles: [],
    area: 'Servicio',
    ...(superiorId && { superiorId }),
  });
  const people = Array.from({ length: many }, (_, n) => person(idOf(n), leaderOf(n)));
  const leaders = Array.from({ length: Math.ceil(many / TEAM) }, (_, n) => person(leaderOf(n * TEAM)));
  return [...people, ...leaders];
}

/**
 * Everybody thanks a person of another team within a minute; notices wait for `deliver`, which runs until nothing is
 * left to send.
 */
export async function rush(
  many: number,
  clock: SinonFakeTimers,
  post: (personId: string) => Promise<string>,
): Promise<{ deliver: (isDone: () => boolean) => Promise<void> }> {
  const host = memoryHost({
    clock: () => new Date(),
    queue: new MemoryQueue(() => Date.now()),
    rates: new RateLimiter(ALONE),
  });
  const context: Context = memoryContext(host, {
    open: async (personId) => personId,
    post: ({ conversationId }) => post(conversationId),
    update: async () => undefined,
  });
  await context.people.save(organisation(many));
  const attributes = new Map(attributesOf(context.policy).map((section) => [section.id, section]));
  const cards = new RecognitionCards({ ...context, attributes, pictureLinks: new PictureLinks(context) });
  const given = { cards, attributes, isGuest: async () => false, offensiveIn: () => [] };
  const { service, work } = createRecognitionEngine(context, given);
  const words = { attribute: 'amabilidad', message: 'Acompañó a una señora hasta la puerta.' } as const;
  for (let n = 0; n < many; n++) {
    const personId = idOf((n + TEAM) % many);
    const draft = { ...words, source: 'colleague' as const, isPublic: false, people: [personId] };
    const prepared = await service.prepare(idOf(n), idOf(2_000_000 + n), draft);
    if ('problem' in prepared) throw new Error(prepared.problem.kind);
    await service.send(idOf(n), prepared.draft.id, prepared.draft.revision, undefined);
    if (n % Math.ceil(many / 60) === 0) await clock.tickAsync(1_000);
  }
  return {
    deliver: async (isDone) => {
      context.work.start(work);
      for (let second = 0; second < 900 && !isDone(); second++) await clock.tickAsync(1_000);
      await clock.tickAsync(60_000);
      const stopping = context.work.stop();
      await clock.tickAsync(5_000);
      await stopping;
    },
  };
}
