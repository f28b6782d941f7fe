/** «Por teléfono», «que espere»: typed in place of a tap after "¿Cómo prefieres que te hable?", it reaches who received the case. */
import { textIn } from '../../../platform/text/catalogue.js';
import { type ActRoute, type OpenSource, type Reply, say, type Turn } from '../../../turn.js';
import { afterwards } from '../cards/undo-buttons.js';
import { isContactAsked, saysHowToBeSpokenTo } from '../domain/contact.js';
import type { CaseService } from '../service/commands/case-service.js';
import { caseIn } from '../service/left-open.js';
import type { CaseLists } from '../service/lists/case-lists.js';

export interface ContactAnswerParts {
  service: Pick<CaseService, 'view' | 'execute'>;
  caseLists: Pick<CaseLists, 'mine'>;
}

/** The name of this question in things. */
const CONTACT = 'cases.contact';
/** The question may be about one of so many cases. */
const MOST = 3;

export class ContactAnswers {
  constructor(private readonly parts: ContactAnswerParts) {}

  route(): ActRoute {
    return {
      on: 'question',
      of: CONTACT,
      scope: 'personal',
      acts: ['reply'],
      titles: (language) => ({ reply: textIn(language).cases.forms.add.title }),
      plainly: ({ text }) => (saysHowToBeSpokenTo(text) ? 'reply' : undefined),
      evenInDoubt: true,
      handle: (turn, { thing }) => this.#add(turn, caseIn(thing)),
    };
  }

  source(): OpenSource {
    return {
      kinds: ['question'],
      find: async (turn) => {
        const caseId = saysHowToBeSpokenTo(turn.text) ? await this.#asked(turn) : undefined;
        return caseId
          ? [{ kind: 'question', of: CONTACT, at: turn.now.toISOString(), data: { caseId } }]
          : [];
      },
    };
  }

  async #asked(turn: Turn): Promise<string | undefined> {
    const { service, caseLists } = this.parts;
    const { cases } = await caseLists.mine(turn.actor, { size: MOST }, turn.now);
    const viewer = await turn.reader();
    for (const { id } of cases.slice(0, MOST)) {
      const loaded = await service.view(id, viewer);
      if (loaded && isContactAsked(loaded.subject, loaded.events)) return id;
    }
    return undefined;
  }

  /** Undefined when the case has gone on meanwhile. */
  async #add(turn: Turn, caseId: string): Promise<Reply | undefined> {
    const { service } = this.parts;
    const viewer = await turn.person();
    const loaded = await service.view(caseId, viewer);
    if (!loaded) return undefined;
    const { revision } = loaded.subject;
    const request = { type: 'add', words: turn.text.trim() } as const;
    const result = await service.execute(caseId, viewer, request, { revision, commandId: turn.activityId });
    if (result.kind !== 'done') return undefined;
    return say(afterwards(result.loaded.subject, result.loaded.events, textIn(turn.language).cases));
  }
}
