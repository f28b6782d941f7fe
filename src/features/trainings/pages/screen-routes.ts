/** The routes of the screen of a training: its page, its events (server-sent), and its script. */
import type { Logger } from '../../../platform/log.js';
import { builtFile } from '../../../platform/pages/built-file.js';
import { notePage } from '../../../platform/pages/layout.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../platform/pages/route.js';
import { factsOf } from '../cards/training-words.js';
import type { Training } from '../domain/training.js';
import type { Screen, ScreenEvent } from '../service/screen.js';
import type { TrainingStore } from '../store/training-store.js';
import { type Language, textIn } from '../text/catalogue.js';
import { SCRIPT_PATH, screenPage } from './screen-page.js';
import { withTraining } from './with-training.js';

interface ScreenParts {
  trainings: TrainingStore;
  screen: Screen;
  log: Logger;
}

/** The reply to a browser without a valid key: an event stream that ends after one event. */
const GONE: HttpResponse = {
  status: 200,
  content: `data: ${JSON.stringify({ kind: 'gone' } satisfies ScreenEvent)}\n\n`,
  type: 'text/event-stream',
};

export function screenRoutes(parts: ScreenParts): HttpRoute[] {
  const { screen } = parts;
  return [
    scriptRoute(),
    {
      method: 'get',
      path: '/trainings/:id/screen',
      handle: withTraining(parts, (request, training, language) =>
        showScreen(screen, request, training, language),
      ),
    },
    {
      method: 'get',
      path: '/trainings/:id/screen/events',
      handle: withTraining(parts, async ({ query }, { id }) => {
        const key = query.get('key') ?? '';
        const isAdmitted = await screen.admit(id, key);
        return isAdmitted ? { open: (send) => screen.watch(id, key, send) } : GONE;
      }),
    },
  ];
}

/** Serves the built script of the screen. */
export const scriptRoute = (): HttpRoute =>
  builtFile({ path: SCRIPT_PATH, file: 'screen.js', type: 'text/javascript; charset=utf-8' });

async function showScreen(
  screen: Screen,
  request: HttpRequest,
  training: Training,
  language: Language,
): Promise<HttpResponse> {
  const key = request.query.get('key') ?? '';
  if (!(await screen.admit(training.id, key))) {
    const { forbiddenTitle: title, forbidden: body } = textIn(language).screen;
    return notePage(language, { title, body, tone: 'warning' }, 403);
  }
  const [when] = factsOf(training, language);
  const eventsPath = `/trainings/${training.id}/screen/events?${new URLSearchParams({ key })}`;
  return screenPage(language, { title: training.title, when: when?.value ?? '', eventsPath });
}
