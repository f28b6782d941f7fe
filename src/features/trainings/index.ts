/** Builds the parts of trainings and says which routes they serve; a wing of the composition root. */

import type { BotConnector } from '../../bot/connector.js';
import type { Background } from '../../platform/background.js';
import type { Renderer } from '../../platform/cards/renderer.js';
import type { Clock, NewId } from '../../platform/clock.js';
import type { Notices } from '../../platform/delivery/notices.js';
import type { RateLimiter } from '../../platform/delivery/rates.js';
import type { Logger } from '../../platform/log.js';
import type { HttpRoute } from '../../platform/pages/route.js';
import type { DataProvider } from '../../platform/people/data-provider.js';
import type { Directory, Person } from '../../platform/people/person.js';
import type { TableDirectory } from '../../platform/people/table-directory.js';
import type { KnownTeams } from '../../platform/people/teams.js';
import type { Policy } from '../../platform/policy/policy.js';
import type { Tables } from '../../platform/storage/tables.js';
import { commands } from '../../platform/text/commands.js';
import type { TextRoute, Turn, VerbRoute } from '../../turn.js';
import { DeskCards } from './cards/desk-card.js';
import { TrainingCards } from './cards/training-cards.js';
import { TrainingLinks } from './domain/links.js';
import type { CheckSection } from './domain/questions.js';
import { newScreenKey, TrainingPosting } from './handlers/announcing-handler.js';
import { codeIn, Registering } from './handlers/attendance-handler.js';
import { LearningCheck, LearningResults } from './handlers/check-handler.js';
import { Corrections } from './handlers/correcting-handler.js';
import { TrainingCoverage } from './handlers/coverage-handler.js';
import { TrainingDesk } from './handlers/desk-handler.js';
import { MissingMembers } from './handlers/missing-handler.js';
import { trainingRoutes } from './pages/routes.js';
import { Attendance } from './service/attendance.js';
import { ChannelCard } from './service/channel-card.js';
import { Counts } from './service/counts.js';
import { Declaring } from './service/declaring.js';
import { TrainingExpiry } from './service/expiry.js';
import { trainingData } from './service/personal-data.js';
import { Places } from './service/places.js';
import { Wall } from './service/screen.js';
import { AttendanceStore } from './store/attendance-store.js';
import { TrainingStore } from './store/training-store.js';

export interface TrainingEnvironment {
  tables: Tables;
  clock: Clock;
  newId: NewId;
  log: Logger;
  renderer: Renderer;
  /** The directory, and everybody who is in its table. */
  directory: Directory;
  people: TableDirectory;
  background: Background;
  connector: BotConnector;
  rates: RateLimiter;
  notices: Notices;
  teams: KnownTeams;
  policy: Policy;
  personOf: (turn: Turn) => Promise<Person>;
  /** Puts on record that something was deleted, and by which rule. */
  recordDeletion: (deleted: { kind: string; number: string; rule: string }) => Promise<void>;
  botId: string;
  /** Who answers for people's data. */
  organisation: string;
  publicUrl: () => string;
}

export interface TrainingParts {
  verbs: VerbRoute[];
  texts: TextRoute[];
  pages: HttpRoute[];
  /** What they keep about people. */
  providers: DataProvider[];
  /** Deletes what has been kept long enough. */
  sweeps: readonly {
    kind: 'trainings';
    run: (before: Date, most: number, rule: string) => Promise<number>;
  }[];
  /** Starts what was to be done soon; what runs then is the background's. */
  stop(): void;
}

export function createTrainings(environment: TrainingEnvironment): TrainingParts {
  const { tables, clock, newId, log, renderer, directory, people, background, connector, personOf } =
    environment;
  const { rates, notices, teams, policy, botId, publicUrl } = environment;
  const trainings = new TrainingStore(tables);
  const attendees = new AttendanceStore(tables);
  const links = new TrainingLinks({ publicUrl, botId });
  const cards = new TrainingCards({ renderer, links });
  const results = new LearningResults(tables, checkSections(policy));
  const deskCards = new DeskCards({ attendance: attendees, cards, links, results, renderer });
  const channelCard = new ChannelCard({
    ...{ trainings, attendance: attendees, cards, channel: connector, rates, background, clock, log },
  });
  const counts = new Counts((id) => attendees.count(id));
  const wall = new Wall({ trainings, counts, links, clock, log });
  const attendance = new Attendance({
    trainings,
    attendance: attendees,
    clock,
    onRegistered: ({ id }) => {
      counts.add(id);
      channelCard.touch(id);
      wall.touch(id);
    },
  });
  const desk = new TrainingDesk({
    ...{
      trainings,
      deskCards,
      channelCard,
      links,
      renderer,
      notices,
      background,
      personOf,
      newScreenKey,
      log,
    },
  });
  const places = new Places({ teams, roster: connector, log });
  const posting = new TrainingPosting({
    ...{ trainings, places, cards, desk, channel: connector, directory, renderer, personOf, newId },
  });
  const registering = new Registering({ attendance, attendees, counts, trainings, cards, personOf });
  const missing = new MissingMembers({
    ...{ desk, attendance: attendees, roster: connector, cards, renderer, notices, background, log },
    everyone: () => people.all(),
  });
  const corrections = new Corrections({
    ...{ desk, attendance: attendees, channelCard, directory, renderer, personOf, newId },
  });
  const check = new LearningCheck({
    ...{ results, trainings, attendance: attendees, desk, channel: connector, renderer, personOf },
  });
  const coverage = new TrainingCoverage({
    ...{ trainings, attendance: attendees, everyone: () => people.all(), renderer, personOf },
  });
  const declaring = new Declaring(attendance, clock);
  const expiry = new TrainingExpiry({ trainings, record: environment.recordDeletion });
  return {
    verbs: [posting, desk, registering, missing, corrections, check, coverage].flatMap((part) =>
      part.routes(),
    ),
    texts: textRoutes({ posting, registering, desk, coverage }),
    pages: trainingRoutes({
      ...{ trainings, attendance: attendees, declaring, cards, links, wall, clock, log },
      organisation: environment.organisation,
    }),
    providers: trainingData({ trainings, attendance: attendees, clock }),
    sweeps: [{ kind: 'trainings', run: (before, most, rule) => expiry.sweep(before, most, rule) }],
    stop: () => channelCard.stop(),
  };
}

function textRoutes(parts: {
  posting: TrainingPosting;
  registering: Registering;
  desk: TrainingDesk;
  coverage: TrainingCoverage;
}): TextRoute[] {
  const { posting, registering, desk, coverage } = parts;
  return [
    {
      name: 'training',
      scope: 'anywhere',
      select: commands.training,
      handle: (turn) => posting.start(turn),
    },
    {
      name: 'attendance',
      scope: 'personal',
      select: (folded) => codeIn(folded) !== undefined,
      handle: (turn) => registering.typed(turn),
    },
    {
      name: 'trainings',
      scope: 'personal',
      select: commands.trainings,
      handle: (turn) => desk.mine(turn),
    },
    {
      name: 'coverage',
      scope: 'personal',
      select: commands.coverage,
      handle: (turn) => coverage.show(turn),
    },
  ];
}

/** The policy as the questions of what was learned need it. */
function checkSections(policy: Policy): CheckSection[] {
  return policy.sections.map((section) => ({
    id: section.id,
    title: section.title,
    sentences: section.official,
    neighbours: policy.siblingsOf(section).map(({ id, title }) => ({ id, title })),
  }));
}
