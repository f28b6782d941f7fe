/** A training whose meeting goes on: its trainer ties it, and Teams tells who joins and leaves. */
import type { Stores } from '../../src/local/stores.js';
import type { Clock } from '../../src/platform/clock.js';
import { LOCAL_TENANT } from '../../src/settings.js';
import { activity } from './activities.js';
import { textOf } from './cards.js';
import { announce, codesOf, HandClock, rowsUnder } from './trainings.js';
import { World } from './world.js';

export const ONLINE = { place: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x' };

export class LiveMeeting {
  /** @param stores on the clock of the meeting, where what waits in the queue has to come. */
  static async open(stores?: (clock: Clock) => Stores): Promise<LiveMeeting> {
    const clock = new HandClock();
    return new LiveMeeting(await World.open({ clock: clock.now, stores: stores?.(clock.now) }), clock);
  }

  private constructor(
    readonly world: World,
    readonly clock: HandClock,
  ) {}

  /** Announces a training, and its trainer writes the code in the meeting's chat. */
  async tied(plan: Record<string, string> = {}): Promise<string> {
    const { id } = await announce(this.world, { ...ONLINE, ...plan });
    const { card } = await codesOf(this.world, id, this.clock.now());
    await this.world.inMeeting('Teresa').writes(card);
    return id;
  }

  accountOf(name: string) {
    const { person } = this.world.person(name);
    return { id: `29:${person.id}`, aadObjectId: person.id, name: person.name, tenantId: LOCAL_TENANT };
  }

  /**
   * Teams tells who joined or left. The shape of `value` is `MeetingParticipantsEventDetails` of botframework-schema; the
   * names of the events and the permission stand in microsoft.github.io/teams-sdk/typescript/in-depth-guides/meeting-events
   * and learn.microsoft.com/microsoftteams/platform/apps-in-teams-meetings/meeting-apps-apis ("Get participant events").
   */
  async tells(kind: 'Join' | 'Leave', at: string, users: object[]): Promise<number> {
    const [from] = users;
    const { conversation } = this.world.inMeeting('Ana');
    const event = activity(this.world, {
      type: 'event',
      name: `application/vnd.microsoft.meetingParticipant${kind}`,
      text: undefined,
      timestamp: `2026-11-24T${at}.000Z`,
      from,
      conversation: {
        id: conversation.id,
        conversationType: 'groupChat',
        isGroup: true,
        tenantId: LOCAL_TENANT,
      },
      value: {
        members: users.map((user) => ({ user, meeting: { inMeeting: kind === 'Join', role: 'Attendee' } })),
      },
    });
    return (await this.world.post(event)).status;
  }

  joins(at: string, ...names: string[]): Promise<number> {
    return this.tells(
      'Join',
      at,
      names.map((name) => this.accountOf(name)),
    );
  }

  leaves(at: string, ...names: string[]): Promise<number> {
    return this.tells(
      'Leave',
      at,
      names.map((name) => this.accountOf(name)),
    );
  }

  /** Who is on the list, and how it is known. */
  async listed(id: string): Promise<unknown[][]> {
    return (await rowsUnder(this.world, id, 'attendee:')).map(({ name, means }) => [name, means]).sort();
  }

  /** The words on the trainer's card. */
  async desk(id: string): Promise<string> {
    const teresa = this.world.person('Teresa');
    await teresa.sends(teresa.last, 'training.manage', { verb: 'training.manage', id });
    return textOf(teresa.card);
  }
}
