/** Ties a meeting to a training: the trainer writes its code in the meeting's chat. */
import type { FeatureContext } from '../../../feature.js';
import { privately } from '../../../platform/cards/private-chat.js';
import { append, isPersonal, type Reply, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { DeskCards } from '../cards/desk-card.js';
import { tiedCard, untiedCard } from '../cards/live-card.js';
import { isMeetingChat } from '../domain/meeting-chat.js';
import { mayManage } from '../domain/permissions.js';
import { hasEnded } from '../domain/training.js';
import type { AttendanceService } from '../service/attendance-service.js';
import type { Managing } from '../service/managing.js';
import type { MeetingTies } from '../service/meeting-ties.js';
import { textIn } from '../text/catalogue.js';
import { codeIn } from './code-in-text.js';
import { managedTraining, showDesk } from './managed-training.js';

interface LiveHandlerParts extends Pick<FeatureContext, 'renderer' | 'botId' | 'settings'> {
  attendanceService: AttendanceService;
  meetingTies: MeetingTies;
  managing: Managing;
  deskCards: DeskCards;
}

export class LiveHandler {
  constructor(private readonly parts: LiveHandlerParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'meeting.untie', scope: 'anywhere', handle: (turn) => this.#untie(turn) }];
  }

  /** Handles a code that was written where others read along. Only the trainer's does something there. */
  async written(turn: Turn): Promise<Reply> {
    const { attendanceService, meetingTies, renderer, settings } = this.parts;
    const text = textIn(turn.language);
    const code = codeIn(turn);
    if (turn.conversation.kind !== 'groupChat' || !code) return this.#only(turn, text.chat.onlyInPrivate);
    const person = await turn.person();
    const found = await attendanceService.ofCode(code, person, turn.now);
    if (!found || !mayManage(found, person)) return this.#only(turn, text.chat.onlyInPrivate);
    if (!settings.meetingAttendance) return this.#only(turn, text.meetings.live.off);
    if (!isMeetingChat(turn.conversation.id)) return this.#only(turn, text.meetings.live.noMeeting);
    if (hasEnded(found, turn.now)) return this.#only(turn, text.meetings.live.over);
    const isMoved = !['', turn.conversation.id].includes(found.meetingId);
    const tied = await meetingTies.tie(found, turn.conversation.id);
    const tie = { isMoved, keptFor: settings.privacy.retention.visitors, now: turn.now };
    const summary = text.meetings.live.tied(tied.title);
    return show(tiedCard(renderer, tied, tie, turn.language), summary);
  }

  async #untie(turn: Turn): Promise<Reply> {
    const { meetingTies, managing, deskCards, renderer } = this.parts;
    const text = textIn(turn.language).meetings.live;
    const training = await managedTraining(turn, managing);
    if (isPersonal(turn)) {
      return showDesk(turn, deskCards, await meetingTies.untie(training), { banner: text.untiedHere });
    }
    // The card of a meeting that the training has left unties no other one.
    if (training.meetingId !== turn.conversation.id) return say(text.notTied);
    const untied = await meetingTies.untieHere(training);
    return append(untiedCard(renderer, untied, turn.language), text.untied(untied.title));
  }

  /** Says something to who wrote it alone. */
  #only(turn: Turn, sentence: string): Reply {
    return {
      kind: 'targeted',
      message: privately(this.parts, sentence, turn.language),
      otherwise: 'private',
    };
  }
}
