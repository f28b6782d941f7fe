import type { Feature, FeatureContext } from '../../feature.js';
import { isPersonal, type Reply, type Turn } from '../../turn.js';
import { DeskCards } from './cards/desk-card.js';
import { TrainingLinks } from './cards/links.js';
import { TrainingCards } from './cards/training-card.js';
import { drawQuestions, sectionsOf } from './domain/questions.js';
import type { Training } from './domain/training.js';
import { AnnouncingHandler } from './handlers/announcing-handler.js';
import { AttendanceHandler } from './handlers/attendance-handler.js';
import { CertificateHandler } from './handlers/certificate-handler.js';
import { CheckHandler } from './handlers/check-handler.js';
import { CorrectingHandler } from './handlers/correcting-handler.js';
import { CoverageHandler } from './handlers/coverage-handler.js';
import { DeskHandler } from './handlers/desk-handler.js';
import { ExportHandler } from './handlers/export-handler.js';
import { LiveHandler } from './handlers/live-handler.js';
import { MeetingHandler } from './handlers/meeting-handler.js';
import { MissingHandler } from './handlers/missing-handler.js';
import { MyAttendanceHandler } from './handlers/my-attendance-handler.js';
import { RunningActs } from './handlers/running-acts.js';
import { TrainingFormActs } from './handlers/training-form-acts.js';
import { attendRoutes } from './pages/attend-routes.js';
import { certificateRoutes } from './pages/certificate-routes.js';
import { coverageSection } from './pages/coverage-section.js';
import { qrRoute } from './pages/qr-route.js';
import { screenRoutes } from './pages/screen-routes.js';
import { trainingSection } from './pages/training-section.js';
import { Announcing } from './service/announcing.js';
import { AskedReminders } from './service/asked-reminders.js';
import { AttendanceService } from './service/attendance-service.js';
import { Certificates } from './service/certificates.js';
import { ChannelCard } from './service/channel-card.js';
import { Correcting } from './service/correcting.js';
import { Counts } from './service/counts.js';
import { Declaring } from './service/declaring.js';
import { TrainingExpiry } from './service/expiry.js';
import { LearningCheck } from './service/learning-check.js';
import { LiveAttendance } from './service/live-attendance.js';
import { Managing } from './service/managing.js';
import { MeetingReports } from './service/meeting-reports.js';
import { MeetingTies } from './service/meeting-ties.js';
import { MissingMembers } from './service/missing-members.js';
import { MonthCoverage } from './service/month-coverage.js';
import { MyAttendances } from './service/my-attendance.js';
import { trainingData } from './service/personal-data.js';
import { Places } from './service/places.js';
import { Reminding } from './service/reminding.js';
import { reportReader } from './service/report-reader.js';
import { Screen } from './service/screen.js';
import { TrainerNotices } from './service/trainer-notices.js';
import { monthsCountedWith, TRAINING_FIGURES, trainingFigures } from './service/training-figures.js';
import { AttendanceStore } from './store/attendance-store.js';
import { CertificateStore } from './store/certificate-store.js';
import { FormEntries } from './store/form-entries.js';
import { LearningResults } from './store/learning-results.js';
import { MeetingStore } from './store/meeting-store.js';
import { PendingReports } from './store/pending-reports.js';
import { ReminderStore } from './store/reminder-store.js';
import { TrainingStore } from './store/training-store.js';
import { VisitorStore } from './store/visitor-store.js';

export { trainingFigures } from './service/training-figures.js';

export interface Trainings extends Feature {
  /** Takes the attendance report of a meeting; undefined for other files. */
  receiveReport: (turn: Turn) => Promise<Reply | undefined>;
}

export interface TrainingsParts {
  isGuest: (personId: string) => Promise<boolean>;
}

export function createTrainings(context: FeatureContext, { isGuest }: TrainingsParts): Trainings {
  const parts = createParts(context, isGuest);
  const announcing = new AnnouncingHandler(parts);
  const attendance = new AttendanceHandler(parts);
  const desk = new DeskHandler(parts);
  const exporting = new ExportHandler(parts);
  const meeting = new MeetingHandler(parts);
  const certificate = new CertificateHandler(parts);
  const mine = new MyAttendanceHandler(parts);
  const coverage = new CoverageHandler(parts);
  const live = new LiveHandler(parts);
  const handlers = [
    announcing,
    desk,
    attendance,
    exporting,
    coverage,
    meeting,
    live,
    certificate,
    mine,
    new MissingHandler(parts),
    new CorrectingHandler(parts),
    new CheckHandler(parts),
  ];
  const verbs = handlers.flatMap((handler) => handler.routes());
  const running = new RunningActs({ ...parts, verbs });
  const formActs = new TrainingFormActs({ ...parts, announcing });
  return {
    verbs,
    acts: [formActs.route(), running.route()],
    opens: [running.source()],
    texts: [
      { purpose: 'training.new', scope: 'anywhere', handle: (turn) => announcing.start(turn) },
      {
        purpose: 'attendance',
        scope: 'anywhere',
        handle: (turn) => (isPersonal(turn) ? attendance.typed(turn) : live.written(turn)),
      },
      { purpose: 'training.mine', scope: 'personal', handle: (turn) => desk.mine(turn) },
      { purpose: 'attendance.mine', scope: 'personal', handle: (turn) => mine.mine(turn) },
      { purpose: 'coverage', scope: 'personal', handle: (turn) => coverage.show(turn) },
    ],
    pages: [...attendRoutes(parts), qrRoute(parts), ...screenRoutes(parts), ...certificateRoutes(parts)],
    tab: [trainingSection(parts), coverageSection(parts)],
    work: { ...parts.askedReminders.work, ...parts.live.work, ...parts.meetingTies.work },
    meetings: context.settings.meetingAttendance ? (change) => parts.live.hear(change) : undefined,
    receiveReport: (turn) => meeting.receive(turn),
    openFile: async (ticket, kind) =>
      (await exporting.open(ticket, kind)) ?? (await certificate.open(ticket)),
    personalData: trainingData(parts),
    figures: [trainingFigures(context)],
    sweeps: [
      new TrainingExpiry(parts),
      { kind: 'visitors', run: (before, most) => parts.visitors.removeBefore(before, most) },
    ],
    stop: () => parts.channelCard.stop(),
  };
}

/** Builds the parts that handlers and pages share; each takes what it needs. */
function createParts(context: FeatureContext, isGuest: TrainingsParts['isGuest']) {
  const { tables, policy, settings, clock, background, figures } = context;
  const sections = sectionsOf(policy);
  const attendance = new AttendanceStore(tables);
  const stored = {
    ...context,
    trainings: new TrainingStore(tables),
    attendance,
    entries: new FormEntries(tables, attendance),
    results: new LearningResults(tables),
    reminders: new ReminderStore(tables),
    meetings: new MeetingStore(tables),
    visitors: new VisitorStore(tables),
    certificates: new CertificateStore(tables),
    pendingReports: new PendingReports(tables, clock),
    reports: reportReader(context.log),
    links: new TrainingLinks(context),
    questionsOf: ({ id }: Training) => drawQuestions(sections, id),
  };
  const counts = new Counts((id) => attendance.count(id));
  const screen = new Screen({ ...stored, counts });
  const shown = { ...stored, cards: new TrainingCards(stored), deskCards: new DeskCards(stored) };
  const kept = { ...shown, channelCard: new ChannelCard(shown) };
  /** Whatever changes a list changes what is counted by it. */
  const onChanged = (training: Training) => {
    background.run('figures', () => figures.touch(TRAINING_FIGURES, monthsCountedWith(training, clock())));
    kept.channelCard.touch(training.id);
  };
  const onRegistered = (training: Training) => {
    onChanged(training);
    counts.add(training.id);
    screen.touch(training.id);
  };
  const attendanceService = new AttendanceService({ ...stored, onRegistered });
  return {
    ...kept,
    organisation: settings.privacy.organisation,
    counts,
    screen,
    attendanceService,
    places: new Places(context),
    announcing: new Announcing(kept),
    trainerNotices: new TrainerNotices(kept),
    managing: new Managing(kept),
    meetingReports: new MeetingReports({ ...kept, onChanged }),
    live: new LiveAttendance({ ...stored, isGuest, onRegistered }),
    meetingTies: new MeetingTies(kept),
    certifying: new Certificates(kept),
    myAttendances: new MyAttendances(kept),
    monthCoverage: new MonthCoverage(kept),
    askedReminders: new AskedReminders(kept),
    missingMembers: new MissingMembers(kept),
    reminding: new Reminding(kept),
    correcting: new Correcting({ ...kept, onChanged }),
    check: new LearningCheck(kept),
    declaring: new Declaring({ ...stored, attendanceService, onRegistered }),
  };
}
