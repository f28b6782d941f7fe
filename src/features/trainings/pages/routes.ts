/** The web pages of trainings: the form, the wall, the files of an export. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../platform/clock.js';
import { codeOf } from '../../../platform/errors.js';
import type { Logger } from '../../../platform/log.js';
import { languageFor, notePage } from '../../../platform/pages/layout.js';
import { pageFileRoutes } from '../../../platform/pages/page-files.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import { SHEET_TYPES, toCsv, toXlsx } from '../../../platform/sheets/sheet.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { bogotaDay } from '../../../platform/text/dates.js';
import { sheetsOf } from '../cards/attendance-sheet.js';
import { type TrainingCards, tell } from '../cards/training-cards.js';
import { purposeOf } from '../domain/codes.js';
import type { TrainingLinks } from '../domain/links.js';
import { admissionAt, type Training } from '../domain/training.js';
import { EXPORT } from '../handlers/desk-handler.js';
import type { Registration } from '../service/attendance.js';
import type { Declaration, Declaring } from '../service/declaring.js';
import type { Wall, WallEvent } from '../service/screen.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';
import { type AttendView, codePage, formPage } from './attend-page.js';
import { screenPage } from './screen-page.js';

/** Longer ids are none of ours, and no key of a table. */
const ID = /^[\w-]{1,64}$/;
/** The random name that a browser keeps, to see when several register from one. */
const DEVICE = 'device';
const DEVICE_SECONDS = 180 * 86_400;

export interface TrainingPageParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  declaring: Declaring;
  cards: TrainingCards;
  links: TrainingLinks;
  wall: Wall;
  /** Who answers for the data. */
  organisation: string;
  clock: Clock;
  log: Logger;
}

type PageHandler = (request: HttpRequest, training: Training, language: Language) => Promise<HttpResponse>;

export function trainingRoutes(parts: TrainingPageParts): HttpRoute[] {
  const { trainings, log } = parts;
  /** Finds the training of the path; what fails is said on a page. */
  const withTraining =
    (handle: PageHandler) =>
    async (request: HttpRequest): Promise<HttpResponse> => {
      const language = languageFor(request.header('accept-language'));
      const text = textIn(language);
      try {
        const id = request.params.id ?? '';
        const training = ID.test(id) ? await trainings.find(id) : undefined;
        if (training) return await handle(request, training, language);
        const { notFoundTitle: title, notFound: body } = text.pages.attend;
        return notePage(language, { title, body, tone: 'warning' }, 404);
      } catch (error) {
        const code = codeOf(error);
        log.error({ err: error, code }, 'page of a training failed');
        const title = text.pages.attend.title;
        return notePage(language, { title, body: text.errors[code], tone: 'warning' }, 503);
      }
    };
  const path = '/trainings/:id';
  return [
    ...pageFileRoutes(),
    {
      method: 'get',
      path: `${path}/attend`,
      handle: withTraining((request, training, language) => openForm(parts, request, training, language)),
    },
    {
      method: 'post',
      path: `${path}/attend`,
      handle: withTraining((request, training, language) => sendForm(parts, request, training, language)),
    },
    {
      method: 'get',
      path: `${path}/screen`,
      handle: withTraining((request, training, language) => showWall(parts, request, training, language)),
    },
    {
      method: 'get',
      path: `${path}/screen/events`,
      handle: withTraining(async ({ params, query }) => {
        const admitted = await parts.wall.admit(params.id ?? '', query.get('key') ?? '');
        return admitted ? { open: (send) => parts.wall.watch(admitted, send) } : GONE;
      }),
    },
    ...(['xlsx', 'csv'] as const).map(
      (kind): HttpRoute => ({
        method: 'get',
        path: `${path}/attendance.${kind}`,
        handle: withTraining((request, training, language) =>
          sendFile(parts, request, training, language, kind),
        ),
      }),
    ),
  ];
}

async function openForm(
  parts: TrainingPageParts,
  request: HttpRequest,
  training: Training,
  language: Language,
): Promise<HttpResponse> {
  const code = (request.query.get('code') ?? '').slice(0, 20);
  const view = viewOf(parts, training, language);
  // Whoever fills in a form that cannot be taken has written for nothing.
  const admission = admissionAt(training, parts.clock());
  if (admission !== 'open') return outcomePage({ kind: admission, training }, language);
  if (code === '') return codePage(language, view, '');
  const opening = parts.declaring.open(training, code, request.address, parts.clock());
  if (opening.kind === 'open') {
    const declaration = { ...parts.declaring.read({}), ticket: opening.ticket };
    const headers = deviceOf(request) === '' ? newDevice(request) : {};
    const withChat = { ...view, chatUrl: parts.links.chat(code.toUpperCase()) };
    return formPage(language, withChat, declaration, { general: '', problems: [] }, { headers });
  }
  const { outcome } = textIn(language).trainings;
  const problem = {
    unknown: outcome['code-unknownMeaning'],
    expired: outcome['code-expiredMeaning'],
    'code-needed': outcome['code-neededMeaning'],
    locked: `${outcome.locked}. ${outcome.lockedMeaning}`,
  }[opening.kind];
  return codePage(language, view, problem, opening.kind === 'locked' ? 429 : 403);
}

async function sendForm(
  parts: TrainingPageParts,
  request: HttpRequest,
  training: Training,
  language: Language,
): Promise<HttpResponse> {
  const { declaring, clock } = parts;
  const declaration: Declaration = declaring.read(request.body);
  const from = { address: request.address, device: deviceOf(request) };
  const outcome = await declaring.declare(training, declaration, from, clock());
  const view = viewOf(parts, training, language);
  const text = textIn(language).pages.attend;
  if (outcome.kind === 'ticket') return codePage(language, view, text.ticketProblem, 403);
  if (outcome.kind === 'problems') {
    return formPage(
      language,
      view,
      declaration,
      { general: '', problems: outcome.problems },
      { status: 422 },
    );
  }
  if (outcome.kind === 'too-many') {
    return formPage(language, view, declaration, { general: text.tooMany, problems: [] }, { status: 429 });
  }
  return outcomePage(outcome, language);
}

/** What became of it, on a page. */
function outcomePage(outcome: Registration, language: Language): HttpResponse {
  const { style, heading, body } = tell(outcome, language);
  const isGood = style === 'good';
  const note = { title: heading, body, tone: isGood ? ('good' as const) : ('warning' as const) };
  return notePage(language, note, isGood ? 200 : 409);
}

async function showWall(
  parts: TrainingPageParts,
  request: HttpRequest,
  training: Training,
  language: Language,
): Promise<HttpResponse> {
  const key = request.query.get('key') ?? '';
  if (!(await parts.wall.admit(training.id, key))) {
    const { forbiddenTitle: title, forbidden: body } = textIn(language).pages.screen;
    return notePage(language, { title, body, tone: 'warning' }, 403);
  }
  const [when] = parts.cards.facts(training, language);
  const eventsPath = `/trainings/${training.id}/screen/events?${new URLSearchParams({ key })}`;
  return screenPage(language, { title: training.title, when: when?.value ?? '', eventsPath });
}

async function sendFile(
  { attendance, clock }: TrainingPageParts,
  request: HttpRequest,
  training: Training,
  language: Language,
  kind: 'xlsx' | 'csv',
): Promise<HttpResponse> {
  const ticket = request.query.get('ticket') ?? '';
  const text = textIn(language);
  if (purposeOf(training.secret, ticket, clock()) !== EXPORT) {
    const note = { title: text.pages.fileGoneTitle, body: text.pages.fileGone, tone: 'warning' as const };
    return notePage(language, note, 403);
  }
  const sheets = sheetsOf(
    await attendance.all(training.id),
    await attendance.corrections(training.id),
    language,
  );
  const name = `${text.trainings.sheet.file}-${bogotaDay(new Date(training.startsAt))}.${kind}`;
  const headers = { 'Content-Disposition': `attachment; filename="${name}"` };
  return kind === 'csv'
    ? { status: 200, content: toCsv(sheets.attendance), type: SHEET_TYPES.csv, headers }
    : {
        status: 200,
        content: await toXlsx([sheets.attendance, sheets.corrections]),
        type: SHEET_TYPES.xlsx,
        headers,
      };
}

function viewOf(
  { cards, organisation }: TrainingPageParts,
  training: Training,
  language: Language,
): AttendView {
  return {
    path: `/trainings/${training.id}/attend`,
    title: training.title,
    facts: cards.facts(training, language),
    chatUrl: '',
    organisation,
  };
}

function deviceOf(request: HttpRequest): string {
  const found = /(?:^|;\s*)device=([\w-]{22})(?:;|$)/.exec(request.header('cookie'));
  return found?.[1] ?? '';
}

/** Over plain HTTP, which is local mode, a secure cookie would be dropped. */
function newDevice(request: HttpRequest): Record<string, string> {
  const isLocal = /^(127\.0\.0\.1|localhost)(:|$)/.test(request.header('host'));
  const name = randomBytes(16).toString('base64url');
  const attributes = `Path=/trainings; Max-Age=${DEVICE_SECONDS}; HttpOnly; SameSite=Lax${isLocal ? '' : '; Secure'}`;
  return { 'Set-Cookie': `${DEVICE}=${name}; ${attributes}` };
}

/** What the wall is sent that has no good key: a stream with one event, which ends there. */
const GONE: HttpResponse = {
  status: 200,
  content: `data: ${JSON.stringify({ kind: 'gone' } satisfies WallEvent)}\n\n`,
  type: 'text/event-stream',
};
