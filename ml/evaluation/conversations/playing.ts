/** Plays a conversation with the whole bot in this process, on storage in memory, as its people would in Teams. */
import type { ChatMessage } from '../../../src/local/chats.js';
import { buttons, dialogButtons, formButtons, inputIds } from '../../../test/support/cards.js';
import { memoryStores } from '../../../test/support/memory-stores.js';
import { type Player, World } from '../../../test/support/world.js';
import type { Conversation, ConversationTurn } from './format.js';
import { failureOf, type Got, plain, saidIn, withNumbers } from './judging.js';

export interface JudgedTurn {
  turn: ConversationTurn;
  got: Got;
  /** It stands at the very beginning of the conversation, before any other turn that is judged or not. */
  isFirst: boolean;
  failure: string | undefined;
}

/** Those of Colombia, as the settings have them. */
const HELPLINES = { emergency: '123', emotional: '106', violence: '155', child: '141', prosecutor: '122' };
/** The bot has done what follows from a turn when its chats have been quiet for so long. */
const QUIET_MS = 60;
const MOST_MS = 4_000;
const CASE = /\bHUM-\d{4}-\w+/g;

/** Plays all turns and judges those that say what is expected. */
export async function play({ turns }: Conversation): Promise<JudgedTurn[]> {
  const world = await World.open({ stores: memoryStores(), helplines: HELPLINES });
  try {
    const stage = new Stage(world);
    const judged: JudgedTurn[] = [];
    for (const [at, turn] of turns.entries()) {
      const { got, problem } = await stage.take(turn);
      if (!turn.expect) continue;
      const failure = problem ?? failureOf(got, turn.expect, stage.numbers);
      judged.push({ turn, got, isFirst: at === 0, failure });
    }
    return judged;
  } finally {
    await world.close();
  }
}

class Stage {
  /** The numbers of cases, in the order in which anybody saw them. */
  readonly numbers: string[] = [];
  /** What a person has seen of each message, as of their last turn. */
  readonly #seen = new Map<string, Map<string, string>>();

  constructor(private readonly world: World) {
    for (const { name } of world.chats.people) this.#remember(this.#player(name.split(' ')[0] ?? ''));
  }

  async take(turn: ConversationTurn): Promise<{ got: Got; problem: string | undefined }> {
    const player = this.#player(turn.as);
    if (!('look' in turn)) this.#remember(player);
    const problem = await this.#act(player, turn);
    const sentence = typeof problem === 'object' ? problem.said : [];
    await this.#quiet();
    const got = this.#newFor(player);
    got.texts.push(...sentence);
    this.#remember(player);
    for (const number of saidIn(got).match(CASE) ?? [])
      if (!this.numbers.includes(number)) this.numbers.push(number);
    return { got, problem: typeof problem === 'string' ? problem : undefined };
  }

  /** @returns a problem, or what was said beside the chat. */
  async #act(player: Player, turn: ConversationTurn): Promise<string | { said: string[] } | undefined> {
    if ('look' in turn) return undefined;
    if ('say' in turn) {
      await player.sendsText(withNumbers(turn.say, this.numbers));
      return undefined;
    }
    return this.#tap(player, turn.tap, turn.fill);
  }

  async #tap(
    player: Player,
    tap: string,
    fill: Record<string, string>,
  ): Promise<string | { said: string[] }> {
    const title = /^\/(.*)\/$/.exec(tap)?.[1];
    const isIt = (button: { verb: string; title: string }) =>
      title === undefined ? button.verb === tap : new RegExp(title, 'i').test(button.title);
    for (const message of newestFirst(player)) {
      const card = player.cardOf(message);
      const plain = buttons(card).find(isIt);
      const form = formButtons(card).find(isIt);
      if (form && !plain) {
        await player.sendsForm(message, form, fill);
        return { said: [] };
      }
      const dialog = dialogButtons(card).find(isIt);
      const verb = plain?.verb ?? dialog?.verb;
      if (verb === undefined) continue;
      const inputs = Object.fromEntries(
        Object.entries(fill).filter(([id]) => !plain || inputIds(card).includes(id)),
      );
      try {
        const outcome = await player.taps(verb, plain ? inputs : fill, {
          message,
          ...(plain && title !== undefined && { with: plain.data }),
        });
        return { said: outcome.kind === 'sentence' ? [outcome.text] : [] };
      } catch (error) {
        // It is filled in as a person would who expected another form.
        return (error as Error).message;
      }
    }
    return `there is no button ${tap}`;
  }

  #player(name: string): Player {
    const person = this.world.chats.people.find((one) => plain(one.name).startsWith(`${plain(name)} `));
    if (!person) throw new Error(`nobody is called ${name}`);
    return this.world.person(person.name.split(' ')[0] ?? '');
  }

  #remember(player: Player): void {
    const shown = new Map(player.received.map((message) => [message.id, looksOf(player, message)]));
    this.#seen.set(player.person.id, shown);
  }

  /** The messages that are new, or have changed, since this person's last turn. */
  #newFor(player: Player): Got {
    const before = this.#seen.get(player.person.id);
    const changed = player.received.filter((message) => before?.get(message.id) !== looksOf(player, message));
    return {
      texts: changed.flatMap(({ text }) => (text ? [text] : [])),
      cards: changed.flatMap((message) => (hasCard(player, message) ? [player.cardOf(message)] : [])),
    };
  }

  #quiet(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        stop();
        clearTimeout(most);
        clearTimeout(quiet);
        resolve();
      };
      const again = () => {
        clearTimeout(quiet);
        quiet = setTimeout(end, QUIET_MS);
      };
      const stop = this.world.chats.listen(again);
      const most = setTimeout(end, MOST_MS);
      let quiet = setTimeout(end, QUIET_MS);
    });
  }
}

const hasCard = ({ person }: Player, { card, views }: ChatMessage) =>
  (views[person.id] ?? card) !== undefined;

const looksOf = (player: Player, message: ChatMessage): string =>
  JSON.stringify([message.text, hasCard(player, message) ? player.cardOf(message) : '']);

/** The card that was shown or changed last comes first. */
function newestFirst(player: Player): ChatMessage[] {
  return player.received.filter((message) => hasCard(player, message)).toReversed();
}
