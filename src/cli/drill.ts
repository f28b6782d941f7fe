/**
 * `npm run drill -- storage|identity|poison`: plays an alarm of docs/operations.md on the bot of local mode, in memory: what
 * goes wrong, how the bot shows it, and how it looks when it is over.
 */
import { startAzurite } from '../local/azurite.js';
import type { ChatMessage } from '../local/chats.js';
import { memoryJournal } from '../local/journal.js';
import { serveLocal } from '../local/local.js';
import { type GateState, StorageGate } from '../local/storage-gate.js';
import { systemClock } from '../platform/clock.js';
import { pauseFor } from '../platform/delivery/pause.js';
import { createLog } from '../platform/log.js';
import { AzureQueue } from '../platform/storage/queue.js';
import { readSettings } from '../settings.js';

const DRILLS = {
  storage: (play: Play) => play.shuts('cut', 'Storage is gone.'),
  identity: (play: Play) => play.shuts('forbid', 'The identity of the bot has lost its roles on storage.'),
  poison: (play: Play) => play.poisons(),
};
const PATIENCE_MS = 60_000;
const LOOK_MS = 250;

const [name = ''] = process.argv.slice(2);
if (!(name in DRILLS)) {
  process.stderr.write(`Usage: npm run drill -- ${Object.keys(DRILLS).join('|')}\n`);
  process.exit(2);
}

class Play {
  constructor(
    private readonly gate: StorageGate,
    private readonly bot: Awaited<ReturnType<typeof serveLocal>>,
  ) {}

  /** The alarm «not-ready», and «errors» where it lasts. */
  async shuts(state: GateState, what: string): Promise<void> {
    await this.readyzIs(200);
    say(`\n1. ${what} The log says, from now on:\n`);
    this.gate.state = state;
    await this.readyzIs(503);
    say(`   Ana writes «mis casos» and reads: «${await this.answers('Ana', 'mis casos')}»`);
    say('\n2. It is mended.\n');
    this.gate.state = 'open';
    await this.readyzIs(200);
    say(`   Ana writes «mis casos» and reads: «${await this.answers('Ana', 'mis casos')}»`);
  }

  /** The alarm «set-aside». */
  async poisons(): Promise<void> {
    say('\n1. A message that no version of the bot understands is put into the queue. The log says:\n');
    const queue = new AzureQueue({ connectionString: this.gate.connectionString }, 'work');
    const poison = new AzureQueue({ connectionString: this.gate.connectionString }, 'work-poison');
    await queue.put(JSON.stringify({ kind: 'drill' }), 0);
    await until('nothing was set aside', async () => (await poison.depth()) > 0);
    say(
      `\n   Hernán, an administrator, writes «estado» and reads:\n   ${await this.answers('Hernán', 'estado')}`,
    );
    say('\n2. The message is deleted from work-poison, as one does in the portal.\n');
    for (const message of await poison.take(1, 30)) await poison.remove(message);
    say(`   Hernán writes «estado» and reads:\n   ${await this.answers('Hernán', 'estado')}`);
  }

  async readyzIs(status: number): Promise<void> {
    let said = '';
    await until(`readyz does not become ${status}`, async () => {
      const response = await fetch(`${this.bot.address}/readyz`);
      said = await response.text();
      return response.status === status;
    });
    say(`   readyz: ${status} ${said}`);
  }

  /** What the bot says to a text; for a card, its summary and words. */
  async answers(firstName: string, text: string): Promise<string> {
    const { chats, client } = this.bot;
    const person = chats.people.find(({ name }) => name.startsWith(`${firstName} `));
    const conversation = person && chats.personalOf(person.id);
    if (!person || !conversation) throw new Error(`nobody is called ${firstName}`);
    const heard = (): ChatMessage[] =>
      chats.messages.filter((one) => one.conversationId === conversation.id && one.from.startsWith('28:'));
    const before = heard().length;
    await client.write(person, conversation, text);
    await until('no answer', async () => heard().length > before);
    const last = heard().at(-1);
    return last?.text || wordsIn(last?.card).join(' | ');
  }
}

/** The texts of a card, in order. */
function wordsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === 'text' && typeof value === 'string' ? [value] : wordsIn(value),
  );
}

async function until(complaint: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(complaint);
    await pauseFor(LOOK_MS);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const settings = readSettings({ LOG_LEVEL: 'warn' });
if (settings.mode !== 'local') throw new Error('a drill is played in local mode');
const storage = await startAzurite();
const gate = await StorageGate.before(storage.connectionString);
const bot = await serveLocal({
  settings: { ...settings, port: 0 },
  log: createLog(settings.logLevel),
  connectionString: gate.connectionString,
  journal: memoryJournal(),
  clock: systemClock,
});
try {
  await DRILLS[name as keyof typeof DRILLS](new Play(gate, bot));
} finally {
  gate.state = 'open';
  await bot.stop();
  gate.close();
  await storage.stop();
}
