/** Builds the parts of trainings and says which routes they serve; a wing of the composition root. */
import type { Background } from '../background.js';
import type { BotConnector } from '../bot/connector.js';
import type { Renderer } from '../cards/renderer.js';
import type { Clock, NewId } from '../clock.js';
import type { Notices } from '../delivery/notices.js';
import type { RateLimiter } from '../delivery/rates.js';
import type { Logger } from '../log.js';
import type { DataProvider } from '../people/data-provider.js';
import type { Directory, Person } from '../people/person.js';
import type { TableDirectory } from '../people/table-directory.js';
import type { KnownTeams } from '../people/teams.js';
import type { Policy } from '../policy/content.js';
import type { Tables } from '../storage/tables.js';
import { commands } from '../text/commands.js';
import { Attendance } from '../trainings/attendance.js';
import { AttendanceStore } from '../trainings/attendance-store.js';
import { ChannelCard } from '../trainings/channel-card.js';
import type { CheckSection } from '../trainings/check.js';
import { Corrections } from '../trainings/corrections.js';
import { Counts } from '../trainings/counts.js';
import { TrainingCoverage } from '../trainings/coverage.js';
import { Declaring } from '../trainings/declaring.js';
import { TrainingDesk } from '../trainings/desk.js';
import { DeskCards } from '../trainings/desk-card.js';
import { TrainingExpiry } from '../trainings/expiry.js';
import { LearningCheck, LearningResults } from '../trainings/learning-check.js';
import { TrainingLinks } from '../trainings/links.js';
import { MissingMembers } from '../trainings/missing.js';
import { trainingData } from '../trainings/personal-data.js';
import { Places } from '../trainings/places.js';
import { newScreenKey, TrainingPosting } from '../trainings/posting.js';
import { codeIn, Registering } from '../trainings/registering.js';
import { TrainingStore } from '../trainings/store.js';
import { TrainingCards } from '../trainings/training-cards.js';
import { Wall } from '../trainings/wall.js';
import type { TextRoute, Turn, VerbRoute } from '../turn.js';
import type { HttpRoute } from '../web/route.js';
import { trainingRoutes } from '../web/training-routes.js';

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
