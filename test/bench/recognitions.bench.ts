/**
 * 3,000 recognitions of one minute, each with a copy for a superior, told through the same double of Teams: 50 messages a
 * second for the app, 7 a second for a chat, 100 ms for each, and "too many requests" with a second to wait beyond that. The
 * peer sends one after the other and waits as it is told, which is what a loop does. In simulated time; storage takes none.
 */
import sinon from 'sinon';
import { DeliveryError } from '../../src/platform/delivery/channel.js';
import { APP_A_SECOND, CHAT_A_SECOND, mostInASecond, noticesOf, rush } from '../support/recognition-rush.js';
import type { Measurement } from './report.js';

const MANY = 3_000;
const PEER = 'a loop, one at a time';
const ANSWERS_IN_MS = 100;
const RETRY_AFTER_MS = 1_000;
const START = Date.parse('2026-11-24T14:00:00Z');

/** Teams, which takes so many in any second. */
class Teams {
  readonly sent: number[] = [];
  refused = 0;
  readonly #byChat = new Map<string, number[]>();

  async post(chat: string): Promise<string> {
    const now = Date.now();
    const since = (times: readonly number[]) => times.filter((at) => at > now - 1_000).length;
    const ofChat = this.#byChat.get(chat) ?? [];
    if (since(this.sent.slice(-APP_A_SECOND)) >= APP_A_SECOND || since(ofChat) >= CHAT_A_SECOND) {
      this.refused += 1;
      throw new DeliveryError('throttled', RETRY_AFTER_MS);
    }
    this.sent.push(now);
    this.#byChat.set(chat, [...ofChat, now]);
    await new Promise((resolve) => setTimeout(resolve, ANSWERS_IN_MS));
    return `message ${this.sent.length}`;
  }

  /** Writes how many were refused to standard error; there is nothing to divide by when it is none. */
  say(who: string): void {
    process.stderr.write(`${who}: Teams refused ${this.refused} of ${this.sent.length + this.refused}\n`);
  }

  get seconds(): number {
    return Math.round(((this.sent.at(-1) ?? 0) - (this.sent[0] ?? 0)) / 1_000);
  }
}

export async function benchRecognitions(): Promise<Measurement[]> {
  const own = await inSimulatedTime(async (clock, teams) => {
    const { deliver } = await rush(MANY, clock, (personId) => teams.post(personId));
    await deliver(() => teams.sent.length >= 2 * MANY);
  });
  const peer = await inSimulatedTime(async (clock, teams) => {
    let isOver = false;
    const sending = (async () => {
      for (const personId of noticesOf(MANY)) await patiently(() => teams.post(personId));
      isOver = true;
    })();
    while (!isOver) await clock.tickAsync(1_000);
    await sending;
  });
  own.say('ours');
  peer.say(PEER);
  const line = (part: string, unit: string, of: (teams: Teams) => number): Measurement => ({
    name: `recognitions.${MANY}-in-a-minute.${part}`,
    value: of(own),
    unit,
    peer: PEER,
    peerValue: of(peer),
  });
  return [
    line('told', 'notices', ({ sent }) => sent.length),
    line('until-the-last', 's', ({ seconds }) => seconds),
    line('most-in-a-second', 'notices', ({ sent }) => mostInASecond(sent)),
  ];
}

async function patiently(post: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await post();
      return;
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
    }
  }
}

async function inSimulatedTime(
  run: (clock: sinon.SinonFakeTimers, teams: Teams) => Promise<void>,
): Promise<Teams> {
  const clock = sinon.useFakeTimers({ now: START });
  const teams = new Teams();
  try {
    await run(clock, teams);
    return teams;
  } finally {
    clock.restore();
  }
}
