/** A training as its trainer sees it: who came and how, what looks odd, what can be done. */
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import type { TemplateData } from '../../../platform/cards/templates.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { type Attendee, sharedDevices } from '../domain/attendee.js';
import type { TrainingLinks } from '../domain/links.js';
import type { Training } from '../domain/training.js';
import type { LearningResults } from '../handlers/check-handler.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import { countOf, howOf, type TrainingCards } from './training-cards.js';

/** More would make the card too long to read; all of them are in the export. */
const LATEST = 10;
/** A device that stands at the entrance may have hundreds of names. */
const NAMES_OF_DEVICE = 5;
const DEVICES = 5;

export interface DeskOptions {
  /** Of a wall that has just been given a new link; empty otherwise, since only its hash is kept. */
  screenKey?: string;
  banner?: string;
}

export class DeskCards {
  constructor(
    private readonly parts: {
      attendance: AttendanceStore;
      cards: TrainingCards;
      links: TrainingLinks;
      results: LearningResults;
      renderer: Renderer;
    },
  ) {}

  async render(training: Training, language: Language, options: DeskOptions = {}): Promise<Card> {
    const { attendance, cards, links, results, renderer } = this.parts;
    const text = textIn(language).trainings;
    const { screenKey = '', banner = '' } = options;
    const attendees = await attendance.all(training.id);
    const latest = attendees.sort((one, other) => other.at.localeCompare(one.at)).slice(0, LATEST);
    const more = attendees.length - latest.length;
    const isOpen = training.state === 'open';
    const data: TemplateData<'training-desk'> = {
      id: training.id,
      banner,
      bannerStyle: 'good',
      title: training.title,
      state: text.state[training.state],
      facts: cards.facts(training, language),
      count: countOf(training, attendees.length, language),
      screenUrl: screenKey && links.screen(training.id, screenKey),
      warnings: await this.#warnings(training, attendees, language),
      attendees: latest.map((attendee) => ({ name: attendee.name, how: howOf(attendee, language) })),
      more: more > 0 ? text.desk.more(more) : '',
      ...(await results.lines(training, language)),
      requireTitle: training.requiresCode ? text.desk.allow : text.desk.require,
      open: isOpen,
      canAskCheck: training.checkMessageId === '',
    };
    return renderer.render('training-desk', data, language);
  }

  async #warnings(training: Training, attendees: readonly Attendee[], language: Language): Promise<string[]> {
    const text = textIn(language).trainings.desk;
    const byThemselves = attendees.filter(({ means }) => means !== 'trainer');
    const outside = byThemselves.filter(({ rotating }) => !rotating).length;
    const declared = attendees.filter(({ verified }) => !verified).length;
    const corrections = (await this.parts.attendance.corrections(training.id)).length;
    return [
      ...deviceLines(attendees, language),
      ...(outside > 0 ? [text.outsideCount(outside)] : []),
      ...(declared > 0 ? [text.declaredCount(declared)] : []),
      ...(corrections > 0 ? [text.corrections(corrections)] : []),
    ];
  }
}

/** The devices that most people share, and some of their names. */
function deviceLines(attendees: readonly Attendee[], language: Language): string[] {
  const text = textIn(language).trainings.desk;
  const devices = sharedDevices(attendees).sort((one, other) => other.length - one.length);
  const lines = devices.slice(0, DEVICES).map((sharing) => {
    const names = sharing.slice(0, NAMES_OF_DEVICE).map(({ name }) => name);
    return text.sharedDevice(names.join(', '), sharing.length - names.length);
  });
  const more = devices.length - lines.length;
  return more > 0 ? [...lines, text.moreDevices(more)] : lines;
}
