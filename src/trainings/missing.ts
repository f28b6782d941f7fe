/** Who of the channel has not registered, and reminding them. */
import type { Background } from '../background.js';
import type { Renderer } from '../cards/renderer.js';
import { DeliveryError } from '../delivery/channel.js';
import type { Notices } from '../delivery/notices.js';
import type { Member, Roster } from '../delivery/roster.js';
import type { Logger } from '../log.js';
import { type Language, textIn } from '../text/catalogue.js';
import { type Reply, say, type Turn, type VerbRoute } from '../turn.js';
import type { AttendanceStore } from './attendance-store.js';
import { idOfKey, isPersonKey } from './attendee.js';
import type { TrainingDesk } from './desk.js';
import type { Training } from './training.js';
import type { TrainingCards } from './training-cards.js';

/** More names than that are not read on a card. */
const NAMES = 60;

export interface MissingParts {
  desk: TrainingDesk;
  attendance: AttendanceStore;
  roster: Roster;
  cards: TrainingCards;
  renderer: Renderer;
  notices: Notices;
  background: Background;
  log: Logger;
}

export class MissingMembers {
  constructor(private readonly parts: MissingParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'training.missing', scope: 'personal', handle: (turn) => this.#list(turn) },
      { verb: 'training.remind', scope: 'personal', handle: (turn) => this.#remind(turn) },
    ];
  }

  async #list(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const training = await this.parts.desk.find(turn);
    if (!training) return say(text.notFound);
    const found = await this.#find(training);
    if (!found) return say(text.missing.unknown);
    const { missing, members } = found;
    const more = missing.length - NAMES;
    const card = this.parts.renderer.render(
      'training-missing',
      {
        id: training.id,
        heading: text.missing.heading(missing.length),
        body: text.missing.body(members),
        names: missing.slice(0, NAMES).map(({ name }) => name),
        more: more > 0 ? text.missing.more(more) : '',
        canRemind: missing.length > 0,
      },
      turn.language,
    );
    return { kind: 'append', message: { card } };
  }

  async #remind(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).trainings;
    const training = await this.parts.desk.find(turn);
    if (!training) return say(text.notFound);
    const found = await this.#find(training);
    if (!found) return say(text.missing.unknown);
    this.parts.background.run('training reminders', async () => {
      for (const { id } of found.missing) await this.#remindOne(training, id);
    });
    return say(text.missing.reminding(found.missing.length));
  }

  /** One who cannot be reached does not keep the others from being reminded. */
  async #remindOne(training: Training, personId: string): Promise<void> {
    const { attendance, cards, notices, log } = this.parts;
    if (!(await attendance.markReminded(training.id, personId, training.state))) return;
    const count = await attendance.count(training.id);
    const told = (language: Language) => ({
      style: 'warning' as const,
      heading: textIn(language).trainings.reminder[training.state],
      body: '',
    });
    const spanish = await cards.channel(training, count, 'es', told('es'));
    const english = await cards.channel(training, count, 'en', told('en'));
    try {
      await notices.send(personId, (language) => ({
        card: language === 'es' ? spanish : english,
        summary: textIn(language).trainings.reminder.summary(training.title),
      }));
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      log.warn({ training: training.id, person: personId, err: error }, 'not reminded');
    }
  }

  /** Undefined when the members cannot be read. */
  async #find(training: Training): Promise<{ missing: Member[]; members: number } | undefined> {
    try {
      const everybody = await this.parts.roster.members(training);
      const members = everybody.filter(({ id }) => id !== training.trainerId);
      const attendees = await this.parts.attendance.all(training.id);
      const present = new Set(attendees.filter(({ key }) => isPersonKey(key)).map(({ key }) => idOfKey(key)));
      const missing = members.filter(({ id }) => !present.has(id));
      missing.sort((one, other) => one.name.localeCompare(other.name, 'es'));
      return { missing, members: members.length };
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      this.parts.log.warn({ training: training.id, err: error }, 'members not read');
      return undefined;
    }
  }
}
