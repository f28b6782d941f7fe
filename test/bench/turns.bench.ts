/** Questions, with tokens, beside an echo that is told the same: botbuilder's own, on restify. */
import { freshAccount, offerEmulator, stopEmulator } from '../support/emulator.js';
import { Child } from './child.js';
import { Cloud } from './cloud.js';
import { drive } from './load.js';
import type { Measurement } from './report.js';
import { alternate, medians } from './rounds.js';

const PEER = 'echo of botbuilder on restify';
const IN_FLIGHT = 16;
const ROUND_MS = 2_000;
const PEOPLE = 20;
const QUESTIONS = [
  '¿Cuáles son los ejes de la política?',
  '¿Qué es el buen trato?',
  '¿A quién le cuento una falla?',
  '¿Cómo debo saludar a un usuario?',
  '¿Qué es un reclamo grave?',
  '¿Quién responde por la experiencia del usuario?',
  '¿Qué hago si un compañero trata mal a alguien?',
  '¿Cuáles son los atributos de la humanización?',
  '¿Qué pasa si no cumplo la política?',
  '¿Qué es un momento de verdad?',
];

export async function benchTurns(): Promise<Measurement[]> {
  await offerEmulator();
  const cloud = await Cloud.open();
  const environment = cloud.environment(await freshAccount());
  const ours = await Child.start('ours', environment);
  const echo = await Child.start('echo', environment);
  try {
    const run = async (child: Child) => {
      const before = cloud.posted.length;
      let sent = 0;
      const measured = await drive({
        child,
        tokens: cloud.tokens,
        activity: (at) => {
          sent += 1;
          return askedBy(cloud, at);
        },
        inFlight: IN_FLIGHT,
        ms: ROUND_MS,
      });
      const posted = cloud.posted.length - before;
      if (posted < sent) throw new Error(`${posted} answers to ${sent} messages`);
      return measured;
    };
    const pairs = await alternate(
      () => run(ours),
      () => run(echo),
    );
    const row = (part: string, unit: string) => ({ name: `turns.question.${part}`, unit, peer: PEER });
    return [
      medians(pairs, row('rate', 'turns/s'), ({ perSecond }) => perSecond),
      medians(pairs, row('p50', 'ms'), ({ p50 }) => p50),
      medians(pairs, row('p99', 'ms'), ({ p99 }) => p99),
      medians(pairs, row('cpu', 'ms of the process each'), ({ cpuMs }) => cpuMs),
    ];
  } finally {
    await Promise.all([ours.stop(), echo.stop()]);
    await cloud.close();
    await stopEmulator();
  }
}

export const personOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** One of twenty people asks one of the questions. */
export function askedBy(cloud: Cloud, at: number): object {
  return cloud.activity(personOf(at % PEOPLE), { type: 'message', text: QUESTIONS[at % QUESTIONS.length] });
}
