/** «mis asistencias»: what one has been to, the certificates, and a reminder of what comes. */
import { z } from 'zod';
import { month } from '../../../platform/cards/inputs.js';
import type { Renderer } from '../../../platform/cards/renderer.js';
import { moment } from '../../../platform/text/dates.js';
import { type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { myAttendanceCard } from '../cards/my-attendance-card.js';
import type { AskedReminders } from '../service/asked-reminders.js';
import type { MyAttendances } from '../service/my-attendance.js';
import { trainingNotFound } from '../service/not-found.js';
import type { TrainingStore } from '../store/training-store.js';
import { textIn } from '../text/catalogue.js';

const page = z.object({ page: month.optional().catch(undefined) });
const target = z.object({ id: z.uuid() });

interface MyAttendanceParts {
  myAttendances: MyAttendances;
  askedReminders: AskedReminders;
  trainings: TrainingStore;
  renderer: Renderer;
}

export class MyAttendanceHandler {
  constructor(private readonly parts: MyAttendanceParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'attendances.mine', scope: 'personal', handle: (turn) => this.mine(turn) },
      { verb: 'training.remindMe', scope: 'personal', handle: (turn) => this.#remindMe(turn) },
    ];
  }

  async mine(turn: Turn): Promise<Reply> {
    const { myAttendances, renderer } = this.parts;
    const { page: from } = readInput(page, turn);
    const isFirst = from === undefined;
    const [{ been, next = '' }, coming] = await Promise.all([
      myAttendances.of(turn.actor.id, turn.now, from),
      isFirst ? myAttendances.next(turn.actor.id, turn.now) : [],
    ]);
    const view = { been, coming, next, isFirst, now: turn.now };
    return show(myAttendanceCard(renderer, view, turn.language), textIn(turn.language).myAttendance.summary);
  }

  async #remindMe(turn: Turn): Promise<Reply> {
    const { trainings, askedReminders } = this.parts;
    const text = textIn(turn.language).myAttendance;
    const training = await trainings.find(readInput(target, turn).id);
    if (!training) throw trainingNotFound();
    const asked = await askedReminders.ask(training, turn.actor.id);
    return say(
      asked === 'late' ? text.late : text[asked](moment(new Date(training.startsAt), turn.language)),
    );
  }
}
