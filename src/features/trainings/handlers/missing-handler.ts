/** Who of the channel has not registered, and reminding them. */
import type { Background } from '../../../platform/background.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Notices } from '../../../platform/delivery/notices.js';
import type { Member, Roster } from '../../../platform/delivery/roster.js';
import type { Logger } from '../../../platform/log.js';
import type { Person } from '../../../platform/people/person.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { type Reply, say, type Turn, type VerbRoute } from '../../../turn.js';
import type { TrainingCards } from '../cards/training-cards.js';
import { type Attendee, idOfKey, isPersonKey, normalizeContact } from '../domain/attendee.js';
import { admissionAt, type Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingDesk } from './desk-handler.js';

/** More names than that are not read on a card. */
const NAMES = 60;

export interface MissingParts {
  desk: TrainingDesk;
  attendance: AttendanceStore;
  roster: Roster;
  everyone: () => Promise<Person[]>;
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
    const refusal = whyNotNow(training, turn.now, turn.language);
    if (refusal !== undefined) return say(refusal);
    const found = await this.#find(training);
    if (!found) return say(text.missing.unknown);
    if (found.missing.length === 0) return say(text.missing.heading(0));
    const reminded = await this.parts.attendance.reminded(training.id, training.state);
    const left = found.missing.filter(({ id }) => !reminded.has(id));
    if (left.length === 0) return say(text.missing.allReminded);
    this.parts.background.run('training reminders', async () => {
      for (const { id } of left) await this.#remindOne(training, id);
    });
    return say(text.missing.reminding(left.length));
  }

  /** One who cannot be reached does not keep the others from being reminded. */
  async #remindOne(training: Training, personId: string): Promise<void> {
    const { attendance, log } = this.parts;
    if (!(await attendance.markReminded(training.id, personId, training.state))) return;
    try {
      await this.#send(training, personId);
    } catch (error) {
      const mayHaveArrived = error instanceof DeliveryError && error.failure === 'ambiguous';
      if (!mayHaveArrived) await attendance.unmarkReminded(training.id, personId, training.state);
      if (!(error instanceof DeliveryError)) throw error;
      log.warn({ training: training.id, person: personId, err: error }, 'not reminded');
    }
  }

  async #send(training: Training, personId: string): Promise<void> {
    const { attendance, cards, notices } = this.parts;
    const count = await attendance.count(training.id);
    const told = (language: Language) => ({
      style: 'warning' as const,
      heading: textIn(language).trainings.reminder[training.state],
      body: '',
    });
    const spanish = await cards.channel(training, count, 'es', told('es'));
    const english = await cards.channel(training, count, 'en', told('en'));
    await notices.tell(personId, (language) => ({
      card: language === 'es' ? spanish : english,
      summary: textIn(language).trainings.reminder.summary(training.title),
    }));
  }

  /** Undefined when the members cannot be read. */
  async #find(training: Training): Promise<{ missing: Member[]; members: number } | undefined> {
    try {
      const everybody = await this.parts.roster.members(training);
      const members = everybody.filter(({ id }) => id !== training.trainerId);
      const attendees = await this.parts.attendance.all(training.id);
      const present = await this.#idsOf(attendees);
      const missing = members.filter(({ id }) => !present.has(id));
      missing.sort((one, other) => one.name.localeCompare(other.name, 'es'));
      return { missing, members: members.length };
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      this.parts.log.warn({ training: training.id, err: error }, 'members not read');
      return undefined;
    }
  }

  /** Who is on the list: also people of the organisation who registered without Teams, with their own e-mail. */
  async #idsOf(attendees: readonly Attendee[]): Promise<Set<string>> {
    const ids = attendees.filter(({ key }) => isPersonKey(key)).map(({ key }) => idOfKey(key));
    const declared = attendees
      .filter(({ key }) => !isPersonKey(key))
      .map(({ contact }) => normalizeContact(contact));
    const addresses = new Set(declared.filter((contact) => contact.includes('@')));
    if (addresses.size === 0) return new Set(ids);
    const everyone = await this.parts.everyone();
    const byForm = everyone.filter(({ email }) => addresses.has(normalizeContact(email)));
    return new Set([...ids, ...byForm.map(({ id }) => id)]);
  }
}

/**
 * Why nobody can be reminded at this moment: a reminder asks people to register, which has to be possible, or tells
 * them that they are not on the list, which has to be so. Undefined when they can.
 */
function whyNotNow(training: Training, now: Date, language: Language): string | undefined {
  const text = textIn(language).trainings.missing;
  switch (admissionAt(training, now)) {
    case 'early':
      return text.remindFrom(moment(new Date(training.startsAt), language));
    case 'late':
      return text.remindOnceClosed;
    default:
      return undefined;
  }
}
