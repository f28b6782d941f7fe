/** Each plays alarms of docs/operations.md: what goes wrong, how the bot shows it, and how it looks when it is over. */
import { addMilliseconds } from '../../platform/clock.js';
import { nextNight } from '../../platform/storage/retention.js';
import type { GateState } from '../storage-gate.js';
import { type Stage, until } from './stage.js';

/** Prints a line for whoever plays. */
export type Say = (line: string) => void;
export type Play = (stage: Stage, say: Say) => Promise<void>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Between two rounds of the audits. */
const ROUND_MS = 10 * 60_000;
/** The copy is due this long after the night that deletes. */
const COPY_MS = 45 * 60_000;
const NARRATIVE = 'Ayer en la ventanilla la asesora le gritó a un señor mayor y lo amenazó delante de todos.';

export const PLAYS: Readonly<Record<string, Play>> = {
  storage: shuts('cut', 'Storage is gone.'),
  identity: shuts('forbid', 'The identity of the bot has lost its roles on storage.'),
  poison,
  audit,
  deadlines,
  copy,
};

/** The alarm «not-ready», and «errors» where it lasts. */
function shuts(state: GateState, what: string): Play {
  return async (stage, say) => {
    const ready = async (status: number) => say(`   readyz: ${status} ${await stage.readyzIs(status)}`);
    const asks = async () =>
      say(`   Ana writes «mis casos» and reads: «${await stage.answers('Ana', 'mis casos')}»`);
    await ready(200);
    say(`\n1. ${what} The log says, from now on:\n`);
    stage.gate.state = state;
    await ready(503);
    await asks();
    say('\n2. It is mended.\n');
    stage.gate.state = 'open';
    await ready(200);
    await asks();
  };
}

/** The alarm «set-aside». */
async function poison(stage: Stage, say: Say): Promise<void> {
  say('\n1. A message that no version of the bot understands is put into the queue. The log says:\n');
  const setAside = stage.queue('work-poison');
  await stage.queue('work').put(JSON.stringify({ kind: 'drill' }), 0);
  await until('nothing was set aside', async () => (await setAside.depth()) > 0);
  await tellsState(stage, say);
  say('\n2. The message is deleted from work-poison, as one does in the portal.\n');
  await setAside.clear();
  await tellsState(stage, say);
}

/** The alarm «audit», by both ways to it: the audit does not run, and it finds what was lost. */
async function audit(stage: Stage, say: Say): Promise<void> {
  await stage.round('audit');
  await tellsState(stage, say);
  say('\n1. For an hour, no round of the audit ends. The log says nothing, and that is the alarm.\n');
  stage.passes(HOUR_MS);
  await tellsState(stage, say);
  say('\n2. The revision is started again.\n');
  await stage.restarts();
  await stage.round('audit');
  await tellsState(stage, say);
  say('\n3. Ana reports, the queue is emptied, and days later a round finds what was lost. The log says:\n');
  await reports(stage);
  await losesDeadlines(stage);
  await stage.round('audit');
  await tellsState(stage, say);
  say('\n4. It was made up for, and a later round finds nothing.\n');
  await findsNothing(stage);
  await tellsState(stage, say);
}

/** The alarm «deadlines». */
async function deadlines(stage: Stage, say: Say): Promise<void> {
  say('\n1. Ana reports, and Luis is told:\n');
  say(`   ${await reports(stage)}`);
  say('\n2. The queue is emptied, and the deadlines pass. The next round of the audits says in the log:\n');
  await losesDeadlines(stage);
  say(
    `\n3. That round makes up for it. Marta, one step up, reads:\n\n   ${await stage.sees('Marta', /HUM-/)}`,
  );
  say('\n4. Nobody has to do anything: a later round finds nothing.\n');
  await findsNothing(stage);
  await tellsState(stage, say);
}

/** The alarm «no-copy». */
async function copy(stage: Stage, say: Say): Promise<void> {
  say(
    '\n1. The message of the nightly copy is lost, and the night passes. At six in the morning the log says:\n',
  );
  await stage.restarts(() => stage.queue('work').clear());
  const now = stage.now();
  const night = nextNight(addMilliseconds(now, -COPY_MS));
  stage.passes(night.getTime() + 3 * HOUR_MS - now.getTime());
  await stage.restarts();
  await stage.round('backup');
  say('\n2. The copy was made anew by itself; «npm run backup» makes one too.\n');
  await tellsState(stage, say);
}

/** Returns what the superior is told. */
async function reports(stage: Stage): Promise<string> {
  await stage.answers('Ana', 'reportar');
  await stage.taps('Ana', 'report.assess', { narrative: NARRATIVE });
  await stage.taps('Ana', 'report.submit');
  return stage.sees('Luis', /HUM-/);
}

/** Days enough for every deadline of the first step, with no message left to say so. */
const losesDeadlines = (stage: Stage) =>
  stage.restarts(async () => {
    await stage.queue('work').clear();
    stage.passes(6 * DAY_MS);
  });

/** The clock is ahead of that of storage, so what is under way looks lost to a round. */
async function findsNothing(stage: Stage): Promise<void> {
  await until('the audit goes on finding', async () => {
    await stage.restarts(async () => stage.passes(ROUND_MS));
    return (await stage.round('audit')).count === 0;
  });
}

async function tellsState(stage: Stage, say: Say): Promise<void> {
  say(
    `   Hernán, an administrator, writes «estado» and reads:\n   ${await stage.answers('Hernán', 'estado')}`,
  );
}
