/** What people fear once a report is sent: that somebody takes it out on them; and a name that they no longer withhold. */
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { type ActRoute, type Reply, say, show, type Turn } from '../../../turn.js';
import { CASES, type CaseService, caseIn } from '../../cases/index.js';
import { fearsRetaliation, namesThemselves } from '../domain/worries.js';

export interface SentWorryParts extends Pick<FeatureContext, 'renderer' | 'settings'> {
  service: Pick<CaseService, 'view'>;
}

export class SentWorries {
  constructor(private readonly parts: SentWorryParts) {}

  route(): ActRoute {
    return {
      on: 'mine',
      of: CASES,
      scope: 'personal',
      // Models hear neither: the words have to leave no doubt.
      acts: [],
      titles: () => ({}),
      plainly: ({ text }) =>
        fearsRetaliation(text) ? 'complain' : namesThemselves(text) ? 'correct' : undefined,
      evenInDoubt: true,
      handle: async (turn, { thing, act }) =>
        act === 'complain' ? this.ofRetaliation(turn) : this.#ofName(turn, caseIn(thing)),
    };
  }

  /** What protects them, without a promise, and the way to tell it. */
  ofRetaliation({ language }: Turn): Reply {
    const { title, body, guarded, tell } = textIn(language).cases.retaliationFeared;
    const { renderer, settings } = this.parts;
    const links = [{ title: tell, verb: 'report.trouble', id: '' }];
    const told = settings.protectedRoute ? `${body}\n\n${guarded}` : body;
    return show(noticeCard(renderer, { title, body: told, links }, language), title);
  }

  /** Undefined when it is not known which of several cases is meant. */
  async #ofName(turn: Turn, caseId: string): Promise<Reply | undefined> {
    const loaded = caseId ? await this.parts.service.view(caseId, await turn.reader()) : undefined;
    if (!loaded) return undefined;
    const { withheld, known } = textIn(turn.language).cases.nameGiven;
    const { number, report } = loaded.subject;
    return say((report.confidential ? withheld : known)(number));
  }
}
