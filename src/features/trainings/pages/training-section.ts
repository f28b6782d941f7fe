/** Trainings on the page «mi página»: what comes, what one has been to, and what one gives. */

import { shiftedMonth } from '../../../platform/calendar/days.js';
import type { TabRow, TabSection, TabTable, TabView } from '../../../platform/pages/tab/content.js';
import { chatUrl } from '../../../platform/people/chat-url.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { monthName } from '../../../platform/text/dates.js';
import { whenOf } from '../cards/training-words.js';
import { mayAnnounce } from '../domain/permissions.js';
import { admissionAt, type Training } from '../domain/training.js';
import type { Been, MyAttendances } from '../service/my-attendance.js';
import type { TrainingStore } from '../store/training-store.js';

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
    title: ({ tab }) => tab.trainings,
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
  const { tab, myAttendance } = textIn(language);
  const rows = coming.map((training): TabRow => {
    const state = admissionAt(training, now) === 'early' ? myAttendance.announced : myAttendance.open;
    return { cells: [...cellsOf(training, language), { text: state }] };
  });
  return tableOf(language, 'proximas', { title: tab.coming, rows, empty: tab.noComing });
}

function beenTable(
  { botId }: TrainingSectionParts,
  { language }: TabView,
  { been, next }: { been: readonly Been[]; next?: string },
): TabTable {
  const { tab, myAttendance } = textIn(language);
  const link = { title: tab.open, url: chatUrl(botId, tab.command.been) };
  const rows = been.map(({ training, state }): TabRow => {
    const text = state === 'short' ? myAttendance.short(training.leastMinutes) : myAttendance[state];
    return { cells: [...cellsOf(training, language), { text, tone: TONES[state] }], link };
  });
  const note = next === undefined ? undefined : tab.beenSince(monthName(shiftedMonth(next, 1), language));
  return { ...tableOf(language, 'asistencias', { title: tab.been, rows, empty: tab.noBeen }), note };
}

function givenTable(
  { botId }: TrainingSectionParts,
  { language }: TabView,
  given: readonly Training[],
): TabTable {
  const { tab } = textIn(language);
  const link = { title: tab.open, url: chatUrl(botId, tab.command.given) };
  const rows = given.map((training): TabRow => {
    return { cells: [...cellsOf(training, language), { text: tab.trainingState[training.state] }], link };
  });
  return tableOf(language, 'doy', { title: tab.given, rows, empty: tab.noGiven });
}

function tableOf(
  language: TabView['language'],
  id: string,
  table: Pick<TabTable, 'title' | 'rows' | 'empty'>,
): TabTable {
  const { columns } = textIn(language).tab;
  const titles = [columns.training, columns.when, columns.state];
  return { kind: 'table', id, columns: titles.map((title) => ({ title })), ...table };
}

const cellsOf = (training: Training, language: TabView['language']) => [
  { text: training.title },
  { text: whenOf(training, language), sortBy: training.startsAt },
];
