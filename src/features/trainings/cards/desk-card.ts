/** The trainer's card of a training: attendees and how they registered, warnings, results, actions. */
import { z } from 'zod';
import type { FeatureSettings } from '../../../feature.js';
import { fact, id, plain, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Clock } from '../../../platform/clock.js';
import { isAt, shortStays } from '../domain/merging.js';
import type { Question } from '../domain/questions.js';
import { screenKeyOf } from '../domain/screen-key.js';
import { canReopen, hasEnded, type Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { LearningResults } from '../store/learning-results.js';
import type { MeetingStore } from '../store/meeting-store.js';
import type { VisitorStore } from '../store/visitor-store.js';
import { type Language, textIn } from '../text/catalogue.js';
import { howOf, resultLines, warningLines } from './desk-lines.js';
import type { TrainingLinks } from './links.js';
import { liveFacts, liveWarnings } from './live-lines.js';
import { countOf, factsOf } from './training-words.js';

export const deskTemplate = defineTemplate(
  'trainings/training-desk',
  z.object({
    id,
    banner: plain,
    bannerStyle: style,
    title: written,
    state: plain,
    facts: z.array(fact),
    count: plain,
    /** Empty unless the trainer asks for it, so that it does not lie about in every card. */
    screenUrl: z.union([z.literal(''), z.url()]),
    warnings: z.array(written),
    attendees: z.array(z.object({ name: written, how: plain })),
    more: plain,
    results: z.array(plain),
    resultsNote: plain,
    requireTitle: plain,
    open: z.boolean(),
    canReopen: z.boolean(),
    canAskCheck: z.boolean(),
    tied: z.boolean(),
  }),
  { textIn },
);

/** Attendees on the card; the export has all of them. */
const LATEST = 10;

export interface DeskOptions {
  /** With the link to the screen. */
  withScreen?: boolean;
  banner?: string;
}

export class DeskCards {
  constructor(
    private readonly parts: {
      attendance: AttendanceStore;
      meetings: MeetingStore;
      visitors: VisitorStore;
      settings: Pick<FeatureSettings, 'meetingAttendance' | 'privacy'>;
      results: LearningResults;
      questionsOf: (training: Training) => Question[];
      links: TrainingLinks;
      renderer: Renderer;
      clock: Clock;
    },
  ) {}

  async render(training: Training, language: Language, options: DeskOptions = {}): Promise<Card> {
    const { attendance, clock, links, meetings, visitors, renderer, settings } = this.parts;
    const text = textIn(language).trainings;
    const { withScreen = false, banner = '' } = options;
    const [all, corrections, met, guests] = await Promise.all([
      attendance.all(training.id),
      attendance.corrections(training.id),
      meetings.all(training.id),
      visitors.names(training.id),
    ]);
    const attendees = all.sort((one, other) => other.at.localeCompare(one.at));
    const stays = new Map(met.map((stay) => [stay.key, stay]));
    const listed = new Set(attendees.map(({ key }) => key));
    const now = clock();
    const isOver = hasEnded(training, now);
    const short = shortStays(training, met, listed);
    const unended = met.filter(
      (stay) => isOver && stay.since !== undefined && isAt(training, stay) && !listed.has(stay.key),
    );
    const live = {
      isOn: settings.meetingAttendance,
      stays: met,
      visitors: guests,
      keptFor: settings.privacy.retention.visitors,
    };
    const latest = attendees.slice(0, LATEST);
    const more = attendees.length - latest.length;
    const { results, resultsNote } = await this.#results(training, language);
    const data: DataOf<typeof deskTemplate> = {
      id: training.id,
      banner,
      bannerStyle: 'good',
      title: training.title,
      state: text.state[training.state],
      facts: [...factsOf(training, language), ...liveFacts(training, live, now, language)],
      count: countOf(training, attendees.length, language),
      screenUrl: withScreen ? links.screen(training.id, screenKeyOf(training)) : '',
      warnings: [
        ...liveWarnings(training, live, now, language),
        ...warningLines(attendees, { corrections: corrections.length, short, unended }, training, language),
      ],
      attendees: latest.map((attendee) => ({
        name: attendee.name,
        how: howOf(attendee, stays.get(attendee.key), isOver, language),
      })),
      more: more > 0 ? text.desk.more(more) : '',
      results,
      resultsNote,
      requireTitle: training.requiresCode ? text.desk.allow : text.desk.require,
      open: training.state === 'open',
      canReopen: canReopen(training, now),
      canAskCheck: training.checkMessageId === '',
      tied: training.meetingId !== '',
    };
    return renderer.render(deskTemplate, data, language);
  }

  async #results(
    training: Training,
    language: Language,
  ): Promise<{ results: string[]; resultsNote: string }> {
    if (training.checkMessageId === '') return { results: [], resultsNote: '' };
    const { results, questionsOf } = this.parts;
    return resultLines(questionsOf(training), await results.all(training.id), language);
  }
}
