/** Trainings on the page «mi página»: what comes, what one has been to, and what one gives. */

import { shiftedMonth } from '../../../platform/calendar/days.js';
import type { TabRow, TabSection, TabTable, TabView } from '../../../platform/pages/tab/content.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import { monthName } from '../../../platform/text/dates.js';
import { whenOf } from '../cards/training-words.js';
import { mayAnnounce } from '../domain/permissions.js';
import { admissionAt, type Training } from '../domain/training.js';
import type { Been, MyAttendances } from '../service/my-attendance.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';

interface TrainingSectionParts {
  myAttendances: MyAttendances;
  trainings: TrainingStore;
  botId: string;
}

const MOST = 200;
const TONES = { attended: 'good', registered: undefined, short: 'warning' } as const;

export function trainingSection(parts: TrainingSectionParts): TabSection {
  const { myAttendances, trainings } = parts;
  return {
    id: 'capacitaciones',
    title: (language) => textIn(language).section.trainings,
    mayOpen: () => true,
    read: async (view) => {
      const { viewer, now } = view;
      const [coming, been, given] = await Promise.all([
        myAttendances.next(viewer.id, now),
        myAttendances.of(viewer.id, now),
        mayAnnounce(viewer) ? trainings.ofTrainer(viewer.id, MOST) : undefined,
      ]);
      const blocks = [comingTable(view, coming), beenTable(parts, view, been)];
      return { blocks: given ? [...blocks, givenTable(parts, view, given.trainings)] : blocks };
    },
  };
}

function comingTable({ language, now }: TabView, coming: readonly Training[]): TabTable {
  const { section, myAttendance } = textIn(language);
  const rows = coming.map((training): TabRow => {
    const state = admissionAt(training, now) === 'early' ? myAttendance.announced : myAttendance.open;
    return { cells: [...cellsOf(training, language), { text: state }] };
  });
  return tableOf(language, 'proximas', { title: section.coming, rows, empty: section.noComing });
}

function beenTable(
  { botId }: TrainingSectionParts,
  { language }: TabView,
  { been, next }: { been: readonly Been[]; next?: string },
): TabTable {
  const { section, tab, myAttendance } = textIn(language);
  const link = { title: tab.open, url: chatUrl(botId, section.command.been) };
  const rows = been.map(({ training, state }): TabRow => {
    const text = state === 'short' ? myAttendance.short(training.leastMinutes) : myAttendance[state];
    return { cells: [...cellsOf(training, language), { text, tone: TONES[state] }], link };
  });
  const note = next === undefined ? undefined : section.beenSince(monthName(shiftedMonth(next, 1), language));
  return { ...tableOf(language, 'asistencias', { title: section.been, rows, empty: section.noBeen }), note };
}

function givenTable(
  { botId }: TrainingSectionParts,
  { language }: TabView,
  given: readonly Training[],
): TabTable {
  const { section, tab } = textIn(language);
  const link = { title: tab.open, url: chatUrl(botId, section.command.given) };
  const rows = given.map((training): TabRow => {
    return { cells: [...cellsOf(training, language), { text: section.trainingState[training.state] }], link };
  });
  return tableOf(language, 'doy', { title: section.given, rows, empty: section.noGiven });
}

function tableOf(
  language: TabView['language'],
  id: string,
  table: Pick<TabTable, 'title' | 'rows' | 'empty'>,
): TabTable {
  const { section, tab } = textIn(language);
  const titles = [section.columns.training, tab.columns.when, tab.columns.state];
  return { kind: 'table', id, columns: titles.map((title) => ({ title })), ...table };
}

const cellsOf = (training: Training, language: TabView['language']) => [
  { text: training.title },
  { text: whenOf(training, language), sortBy: training.startsAt },
];
