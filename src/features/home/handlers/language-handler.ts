/** "English, please": the language that the bot keeps for a person. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import { fold } from '../../../platform/text/fold.js';
import { type Reply, readInput, say, show, type Turn, type VerbRoute } from '../../../turn.js';
import { type Language, textIn } from '../text/catalogue.js';

const WORDS: Readonly<Record<Language, RegExp>> = {
  es: /\b(espanol|castellano|spanish)\b/,
  en: /\b(english|ingles)\b/,
};
const chosen = z.object({ id: z.enum(['es', 'en']) });

export class LanguageHandler {
  constructor(private readonly parts: Pick<FeatureContext, 'contacts' | 'renderer'>) {}

  routes(): VerbRoute[] {
    return [
      {
        verb: 'language.set',
        scope: 'personal',
        handle: (turn) => this.#set(turn, readInput(chosen, turn).id),
      },
    ];
  }

  /** Sets the language that is named; asks when none is, or both are. */
  async change(turn: Turn): Promise<Reply> {
    const said = fold(turn.text);
    const named = (['es', 'en'] as const).filter((language) => WORDS[language].test(said));
    const [only] = named;
    if (only && named.length === 1) return this.#set(turn, only);
    const text = textIn(turn.language).home.language;
    const links = (['es', 'en'] as const).map((id) => ({ title: text[id], verb: 'language.set', id }));
    return show(
      noticeCard(this.parts.renderer, { title: text.title, body: text.body, links }, turn.language),
    );
  }

  async #set({ actor, conversation, serviceUrl }: Turn, language: Language): Promise<Reply> {
    await this.parts.contacts.save({
      personId: actor.id,
      conversationId: conversation.id,
      serviceUrl,
      language,
      isSettled: true,
    });
    return say(textIn(language).home.language.set);
  }
}
