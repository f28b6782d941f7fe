/** What belongs into private: a sentence, and the button that opens the chat with the bot. */
import { z } from 'zod';
import type { Message } from '../delivery/message.js';
import { chatUrl } from '../people/chat-url.js';
import { type Language, textIn } from '../text/catalogue.js';
import type { Renderer } from './renderer.js';
import { defineTemplate } from './template.js';

export const privateTemplate = defineTemplate('shared/private', z.object({ url: z.url() }));

/** The link to the chat with the bot, for cards that have other buttons too. */
export function chatLink({ botId }: { botId: string }, language: Language): { title: string; url: string } {
  const { open } = textIn(language).cards.private;
  return { title: open, url: chatUrl(botId) };
}

/** @param botId `28:` and the app id. */
export function privately(
  { renderer, botId }: { renderer: Renderer; botId: string },
  text: string,
  language: Language,
): Message {
  return { text, card: renderer.render(privateTemplate, { url: chatUrl(botId) }, language) };
}
