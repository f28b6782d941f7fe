/** Takes Teams' attendance report from a trainer, shows what it adds, and merges it after a yes. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { codeOf } from '../../../platform/errors.js';
import { type Handler, type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import type { DeskCards } from '../cards/desk-card.js';
import { MOST_BY_NAME, meetingChooseCard, meetingPreviewCard } from '../cards/meeting-card.js';
import { isOfTraining } from '../domain/merging.js';
import { mayAnnounce } from '../domain/permissions.js';
import type { Training } from '../domain/training.js';
import type { Managing } from '../service/managing.js';
import type { MeetingReports } from '../service/meeting-reports.js';
import { trainingNotFound } from '../service/not-found.js';
import type { reportReader } from '../service/report-reader.js';
import type { PendingReport, PendingReports } from '../store/pending-reports.js';
import { textIn } from '../text/catalogue.js';
import { showDesk } from './managed-training.js';

/** A report of a thousand people has about half a megabyte. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Trainings to choose among. */
const CHOICES = 8;

const target = z.object({ id: z.uuid() });
const chosen = target.extend({ training: z.uuid() });
const confirmed = target.extend({
  people: z
    .string()
    .catch('')
    .transform((ids) => new Set(ids.toLowerCase().split(',').slice(0, MOST_BY_NAME))),
});

interface MeetingParts extends Pick<FeatureContext, 'renderer' | 'newId' | 'fetchFile'> {
  managing: Managing;
  meetingReports: MeetingReports;
  pendingReports: PendingReports;
  deskCards: DeskCards;
  reports: ReturnType<typeof reportReader>;
}

export class MeetingHandler {
  constructor(private readonly parts: MeetingParts) {}

  routes(): VerbRoute[] {
    const personal = (verb: string, handle: Handler): VerbRoute => ({ verb, scope: 'personal', handle });
    return [
      personal('meeting.choose', (turn) => this.#choose(turn)),
      personal('meeting.other', (turn) => this.#other(turn)),
      personal('meeting.keep', (turn) => this.#keep(turn)),
      personal('meeting.discard', (turn) => this.#discard(turn)),
    ];
  }

  /** Undefined for files that are no report of a trainer's. */
  async receive(turn: Turn): Promise<Reply | undefined> {
    const isReport = turn.files.length > 0 && turn.files.every(({ name }) => /\.csv$/i.test(name.trim()));
    if (!isReport || !mayAnnounce(await turn.person())) return undefined;
    const text = textIn(turn.language).meetings;
    const [file, ...others] = turn.files;
    if (!file || others.length > 0) return say(text.oneByOne);
    const content = await this.parts.fetchFile(file, turn.serviceUrl, MAX_BYTES).catch(tooLarge);
    if (!content) return say(text.tooLarge);
    const readings = await this.parts.reports.read(content);
    return readings.length === 0 ? say(text.notAReport) : this.#place(turn, readings);
  }

  /** Previews the report for the one training at its time, or asks which. */
  async #place(turn: Turn, readings: PendingReport['readings']): Promise<Reply> {
    const { meetingReports, pendingReports, newId } = this.parts;
    const id = newId();
    const { latest, fitting } = await meetingReports.trainingsFor(readings, turn.actor.id, turn.now);
    const [only, ...others] = fitting;
    if (latest.length === 0) return say(textIn(turn.language).meetings.noTrainings);
    const trainingId = only && others.length === 0 ? only.id : '';
    await pendingReports.keep(id, turn.actor.id, { readings, trainingId });
    return only && trainingId !== ''
      ? this.#preview(turn, id, readings, only)
      : this.#ask(turn, id, only ? fitting : latest, only ? 'several' : 'none');
  }

  async #choose(turn: Turn): Promise<Reply> {
    const { managing, pendingReports } = this.parts;
    const { id, training: trainingId } = readInput(chosen, turn);
    const pending = await pendingReports.find(id, turn.actor.id);
    if (!pending) return say(textIn(turn.language).meetings.gone);
    const training = await managing.find(trainingId, await turn.person());
    if (!training) throw trainingNotFound();
    await pendingReports.keep(id, turn.actor.id, { ...pending, trainingId });
    return this.#preview(turn, id, pending.readings, training);
  }

  async #other(turn: Turn): Promise<Reply> {
    const { meetingReports, pendingReports } = this.parts;
    const { id } = readInput(target, turn);
    const pending = await pendingReports.find(id, turn.actor.id);
    if (!pending) return say(textIn(turn.language).meetings.gone);
    const { latest } = await meetingReports.trainingsFor(pending.readings, turn.actor.id, turn.now);
    return this.#ask(turn, id, latest, 'other');
  }

  async #keep(turn: Turn): Promise<Reply> {
    const { managing, meetingReports, pendingReports, deskCards } = this.parts;
    const text = textIn(turn.language).meetings;
    const { id, people } = readInput(confirmed, turn);
    const pending = await pendingReports.find(id, turn.actor.id);
    if (!pending) return say(text.gone);
    const training = await managing.find(pending.trainingId, await turn.person());
    if (!training) throw trainingNotFound();
    const kept = await meetingReports.keep(training, readingFor(training, pending.readings), people);
    await pendingReports.drop(id);
    const count = (standing: string) => kept.filter((matched) => matched.standing === standing).length;
    const banner = text.kept(count('added'), count('short'), training.leastMinutes);
    return showDesk(turn, deskCards, training, { banner });
  }

  async #discard(turn: Turn): Promise<Reply> {
    const { id } = readInput(target, turn);
    const { pendingReports, renderer } = this.parts;
    if (await pendingReports.find(id, turn.actor.id)) await pendingReports.drop(id);
    const { discardedTitle: title, discarded: body } = textIn(turn.language).meetings;
    return show(noticeCard(renderer, { title, body }, turn.language));
  }

  async #preview(
    turn: Turn,
    id: string,
    readings: PendingReport['readings'],
    training: Training,
  ): Promise<Reply> {
    const { renderer, meetingReports } = this.parts;
    const reading = readingFor(training, readings);
    const merge = await meetingReports.merge(training, reading);
    const isOfDay = isOfTraining(reading, training);
    return show(meetingPreviewCard(renderer, id, training, merge, isOfDay, turn.language));
  }

  #ask(turn: Turn, id: string, trainings: readonly Training[], why: 'none' | 'several' | 'other'): Reply {
    const among = trainings.slice(0, CHOICES);
    return show(meetingChooseCard(this.parts.renderer, id, among, why, turn.language));
  }
}

/** The reading at the time of the training; else the likelier one. */
function readingFor(training: Training, readings: PendingReport['readings']) {
  const [likelier] = readings;
  const reading = readings.find((each) => isOfTraining(each, training)) ?? likelier;
  if (!reading) throw new Error('a report without a reading');
  return reading;
}

function tooLarge(error: unknown): undefined {
  if (codeOf(error) !== 'too-large') throw error;
  return undefined;
}
