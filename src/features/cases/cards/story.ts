/** The history of a case, told to one reader. */
import type { DataOf } from '../../../platform/cards/template.js';
import { type Evidence, fileName } from '../../../platform/cleaning/evidence.js';
import type { Names } from '../../../platform/people/names.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { calendarDay, moment } from '../../../platform/text/dates.js';
import type { Case } from '../domain/case.js';
import type { Commitment } from '../domain/commitment.js';
import { commitmentOf } from '../domain/commitment-effects.js';
import type { Assignment, CaseEvent } from '../domain/event.js';
import { SYSTEM } from '../domain/permissions.js';
import type { caseTemplate } from './templates.js';

/** Only the last lines are shown; a card has no room for more. */
const MOST_LINES = 12;
/** Longer texts are cut to this many UTF-16 units. */
const MOST_WORDS = 300;

type Line = DataOf<typeof caseTemplate>['story'][number];

/** Those who have a case together. */
export function groupOf({ protectedBy }: Pick<Case, 'protectedBy'>, language: Language): string {
  const text = textIn(language).cases;
  return protectedBy === 'protected' ? text.protectors : text.team;
}

/** The names of the people and files in a case, as one reader may know them. */
export class CaseNames {
  constructor(
    private readonly subject: Case,
    private readonly names: Names,
    private readonly language: Language,
    private readonly reporterShown: boolean,
  ) {}

  async of(personId: string): Promise<string> {
    const text = textIn(this.language).cases;
    if (personId === SYSTEM.id) return text.system;
    if (personId === this.subject.reporterId && !this.reporterShown) return text.confidentialReporter;
    return this.names.of(personId);
  }

  /** Who did it. Whoever keeps a commitment is named as that: a withheld name would tell that they reported. */
  actor(event: CaseEvent): Promise<string> {
    const isKeeping = event.body.type.startsWith('commitment-') && event.actorId !== SYSTEM.id;
    return isKeeping ? this.names.of(event.actorId) : this.of(event.actorId);
  }

  /** Who committed, and until when, as it is now. */
  async committed({ personId, until }: Commitment): Promise<{ who: string; day: string }> {
    return { who: await this.names.of(personId), day: calendarDay(until, this.language) };
  }

  /** The commitment that an event is about. */
  async committedIn(event: CaseEvent): Promise<{ who: string; day: string }> {
    const commitment = commitmentOf(event, this.subject);
    if (!commitment) return { who: '', day: '' };
    const { until = commitment.until } = untilIn(event);
    return this.committed({ ...commitment, until });
  }

  file(evidence: Evidence): string {
    return fileName(this.subject.evidence, evidence);
  }

  /** How a case without a reporter came here: "PQRS". Undefined for one with a reporter. */
  channel(): string | undefined {
    const { reporterId, report } = this.subject;
    return reporterId === undefined ? textIn(this.language).cases.source[report.source] : undefined;
  }

  reporter(): Promise<string> {
    return this.of(this.subject.reporterId ?? '');
  }

  async assignee({ assignee }: Pick<Assignment, 'assignee'> = this.subject): Promise<string> {
    if (assignee.kind === 'person') return this.of(assignee.id);
    return groupOf(this.subject, this.language);
  }

  /** As a sentence names them: a group with its article. */
  async holder({ assignee }: Pick<Assignment, 'assignee'> = this.subject): Promise<string> {
    if (assignee.kind === 'person') return this.of(assignee.id);
    const { roleOfAssignee } = textIn(this.language).cases;
    return roleOfAssignee[this.subject.protectedBy === 'protected' ? 'protected' : 'humanization'];
  }

  /** Who was told that nobody confirmed the level: the next one up, if any, and those who watch over the case. */
  async told({ aboveId }: { aboveId?: string | undefined }): Promise<string[]> {
    const { roleOfAssignee } = textIn(this.language).cases;
    const group = roleOfAssignee[this.subject.protectedBy ?? 'humanization'];
    return [...(aboveId ? [await this.of(aboveId)] : []), group];
  }
}

/** The day that an event named. */
function untilIn({ body }: CaseEvent): { until?: string } {
  if (body.type === 'committed') return { until: body.agreed.until };
  return body.type === 'commitment-extended' ? { until: body.until } : {};
}

/** The lines of the story, oldest first. */
export async function storyOf(
  events: readonly CaseEvent[],
  names: CaseNames,
  language: Language,
): Promise<Line[]> {
  const lines = await Promise.all(
    events.slice(-MOST_LINES).map(async (event): Promise<Line> => {
      const { what, words } = await happening(event, names, textIn(language).cases);
      return {
        when: moment(new Date(event.at), language),
        what,
        who: await names.actor(event),
        words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words,
      };
    }),
  );
  return lines;
}

async function happening(
  told: CaseEvent,
  names: CaseNames,
  text: Catalogue['cases'],
): Promise<{ what: string; words: string }> {
  const { event } = text;
  const { body } = told;
  switch (body.type) {
    case 'reported':
      if (body.isTakenIn) return { what: event.takenIn(names.channel() ?? ''), words: '' };
      return { what: event.reported, words: body.isBurst ? event.burst : '' };
    case 'accepted':
      return { what: event.accepted, words: body.note };
    case 'asked':
      return { what: event.asked, words: body.question };
    case 'replied':
      return { what: event.replied, words: body.answer };
    case 'added':
      return { what: event.added, words: body.words };
    case 'attached':
      return { what: body.isOpened ? event.opened : event.attached, words: names.file(body.evidence) };
    case 'reclassified':
      return { what: event.reclassified(text.level[body.level]), words: body.reason };
    case 'escalated':
      return { what: event.escalated(await names.holder(body)), words: body.reason };
    case 'reassigned':
      return { what: event.reassigned(await names.holder(body)), words: body.reason };
    case 'climbed':
      return { what: event.climbed(await names.holder(body)), words: '' };
    case 'contested':
      return { what: event.contested(await names.holder(body)), words: body.reason };
    case 'closed':
      return {
        what: event.closed(body.outcomes.map((outcome) => text.outcome[outcome]).join(', ')),
        words: body.summary,
      };
    case 'committed':
      return { what: event.committed(await names.committedIn(told)), words: body.agreed.what };
    case 'commitment-done':
      return { what: event[body.type](await names.committedIn(told)), words: body.note };
    case 'commitment-extended':
      return { what: event[body.type](await names.committedIn(told)), words: body.reason };
    case 'commitment-lapsed': {
      const what = event[body.hasLeft ? 'commitment-left' : body.type];
      return { what: what(await names.committedIn(told)), words: '' };
    }
    case 'commitment-reminded':
      return { what: event[body.type](await names.committedIn(told)), words: '' };
    case 'undelivered':
      return { what: event.undelivered(await names.of(body.personId)), words: '' };
    case 'placed':
      return { what: event.placed, words: '' };
    case 'health':
      return {
        what: body.priority === 'none' ? event.noHealth : event.health(text.health.priority[body.priority]),
        words: '',
      };
    case 'health-reminded':
      return { what: event.reminded, words: '' };
    case 'unconfirmed':
      return { what: event.unconfirmed(await names.told(body)), words: '' };
    case 'undone':
    case 'reminded':
    case 'lapsed':
      return { what: event[body.type], words: '' };
    case 'rejected':
    case 'withdrawn':
    case 'reopened':
    case 'held':
    case 'released':
    case 'identified':
      return { what: event[body.type], words: body.reason };
  }
}
