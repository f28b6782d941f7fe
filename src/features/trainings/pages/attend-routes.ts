/** The routes of the web form of a training: open it with a code, and submit it. */
import type { Clock } from '../../../platform/clock.js';
import type { Logger } from '../../../platform/log.js';
import { notePage } from '../../../platform/pages/layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import type { TrainingLinks } from '../cards/links.js';
import { tell } from '../cards/outcome-words.js';
import { factsOf } from '../cards/training-words.js';
import { normalizeCode } from '../domain/codes.js';
import type { AttendanceOutcome } from '../domain/outcome.js';
import { admissionAt, type Training } from '../domain/training.js';
import { readDeclaration } from '../service/declaration.js';
import type { Declaring, Opening } from '../service/declaring.js';
import type { TrainingStore } from '../store/training-store.js';
import { type Language, textIn } from '../text/catalogue.js';
import { type AttendView, codePage, formPage } from './attend-page.js';
import { deviceHeader, deviceOf } from './device.js';
import { withTraining } from './with-training.js';

interface AttendParts {
  trainings: TrainingStore;
  declaring: Declaring;
  links: TrainingLinks;
  /** The organisation responsible for the data. */
  organisation: string;
  clock: Clock;
  log: Logger;
}

const PATH = '/trainings/:id/attend';

export function attendRoutes(parts: AttendParts): HttpRoute[] {
  return [
    {
      method: 'get',
      path: PATH,
      handle: withTraining(parts, (request, training, language) =>
        openForm(parts, request, training, language),
      ),
    },
    {
      method: 'post',
      path: PATH,
      handle: withTraining(parts, (request, training, language) =>
        sendForm(parts, request, training, language),
      ),
    },
  ];
}

async function openForm(
  { declaring, links, organisation, clock }: AttendParts,
  request: HttpRequest,
  training: Training,
  language: Language,
): Promise<HttpResponse> {
  const code = (request.query.get('code') ?? '').slice(0, 20);
  const view = viewOf(training, organisation, language);
  // Checked before the form is shown, so that nobody fills it in for nothing.
  const admission = admissionAt(training, clock());
  if (admission !== 'open') return refusalPage({ kind: admission, training }, language);
  if (code === '') return codePage(language, view, '');
  const opening = declaring.open(training, code, request.address, clock());
  if (opening.kind !== 'open') {
    return codePage(language, view, problemOf(opening, language), opening.kind === 'locked' ? 429 : 403);
  }
  const declaration = { ...readDeclaration({}), ticket: opening.ticket };
  const shown = normalizeCode(code);
  const withTeams = { ...view, teams: { chatUrl: links.chat(shown), code: shown } };
  const complaint = { general: '', problems: [] };
  return formPage(language, withTeams, declaration, complaint, { headers: deviceHeader(request) });
}

async function sendForm(
  { declaring, organisation, clock }: AttendParts,
  request: HttpRequest,
  training: Training,
  language: Language,
): Promise<HttpResponse> {
  const declaration = readDeclaration(request.body);
  const from = { address: request.address, device: deviceOf(request) };
  const outcome = await declaring.declare(training, declaration, from, clock());
  const view = viewOf(training, organisation, language);
  const text = textIn(language).attend;
  switch (outcome.kind) {
    case 'ticket':
      return codePage(language, view, text.ticketProblem, 403);
    case 'problems': {
      const complaint = { general: '', problems: outcome.problems };
      return formPage(language, view, declaration, complaint, { status: 422 });
    }
    case 'too-many': {
      const complaint = { general: text.tooMany, problems: [] };
      return formPage(language, view, declaration, complaint, { status: 429 });
    }
    case 'used':
      return codePage(language, view, text.usedProblem, 409);
    case 'listed':
      return notePage(language, { title: text.listed, body: text.listedMeaning, tone: 'good' });
    default:
      return refusalPage(outcome, language);
  }
}

/** The reason why a code does not open the form. */
function problemOf({ kind }: Exclude<Opening, { kind: 'open' }>, language: Language): string {
  const text = textIn(language).trainings.outcome;
  switch (kind) {
    case 'unknown':
      return text['code-unknownMeaning'];
    case 'expired':
      return text['code-expiredMeaning'];
    case 'code-needed':
      return text['code-neededMeaning'];
    case 'locked':
      return `${text.locked}. ${text.lockedMeaning}`;
  }
}

/** A refusal; says nothing about who is on the list. */
function refusalPage(outcome: AttendanceOutcome, language: Language): HttpResponse {
  const { heading, body } = tell(outcome, language);
  const { ifListed } = textIn(language).attend;
  const isOver = ['late', 'closed', 'full'].includes(outcome.kind);
  const told = isOver ? `${body} ${ifListed}` : body;
  return notePage(language, { title: heading, body: told, tone: 'warning' }, 409);
}

function viewOf(training: Training, organisation: string, language: Language): AttendView {
  return {
    path: `/trainings/${training.id}/attend`,
    title: training.title,
    facts: factsOf(training, language),
    organisation,
  };
}
