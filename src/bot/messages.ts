/** Converts messages and replies to the format of Teams. */
import type { Activity, Attachment } from 'botframework-schema';
import type { Card } from '../platform/cards/renderer.js';
import { sensitivityOf } from '../platform/cards/sensitivity.js';
import type { Message } from '../platform/delivery/message.js';
import type { SearchResult } from '../turn.js';
import type { BotResponse } from './adapter.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const PREVIEW = 'application/vnd.microsoft.card.thumbnail';
const SENTENCE = 'application/vnd.microsoft.activity.message';

export function toActivity(message: Message): Partial<Activity> {
  const attachments: Attachment[] = message.card ? [{ contentType: CARD, content: message.card }] : [];
  return {
    type: 'message',
    ...(message.text !== undefined && { text: message.text, textFormat: 'markdown' }),
    ...(message.summary !== undefined && { summary: message.summary }),
    ...(attachments.length > 0 && { attachments }),
    ...(message.asksOpinion && { channelData: { feedbackLoop: { type: 'default' } } }),
    ...entitiesOf(message),
  };
}

/**
 * Teams shows `[1]` in the text as a reference to the first citation, the AI label when a model wrote it, and a shield
 * with what to mind when it is sensitive (learn.microsoft.com, platform/bots/how-to/bot-messages-ai-generated-content).
 */
function entitiesOf(message: Message): Pick<Partial<Activity>, 'entities'> {
  const { citations = [], madeByModel } = message;
  const sensitivity = sensitivityOf(message);
  if (!message.citations && !madeByModel && !sensitivity) return {};
  const entity = {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(madeByModel && { additionalType: ['AIGeneratedContent'] }),
    ...(sensitivity && { usageInfo: { '@type': 'CreativeWork', ...sensitivity } }),
    ...((message.citations || madeByModel) && {
      citation: citations.map(({ name, abstract }, index) => ({
        '@type': 'Claim',
        position: index + 1,
        appearance: { '@type': 'DigitalDocument', name, abstract },
      })),
    }),
  };
  return { entities: [entity] };
}

/** Replaces the clicked card. */
export function cardResponse(card: Card): BotResponse {
  return { status: 200, body: { statusCode: 200, type: CARD, value: card } };
}

/** Shows a card in a dialog. */
export function dialogResponse(card: Card, title: string): BotResponse {
  const value = { title, height: 'large', width: 'medium', card: { contentType: CARD, content: card } };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** Shows a sentence in a dialog. */
export function dialogSentence(value: string): BotResponse {
  return { status: 200, body: { task: { type: 'message', value } } };
}

/** Shows a sentence and leaves the card and its inputs as they are. */
export function sentenceResponse(text: string): BotResponse {
  return { status: 200, body: { statusCode: 200, type: SENTENCE, value: text } };
}

/** Shows the rows of a search over the message box. */
export function searchResponse(found: readonly SearchResult[]): BotResponse {
  const attachments = found.map(({ title, text, card }) => ({
    contentType: CARD,
    content: card,
    preview: { contentType: PREVIEW, content: { title, text } },
  }));
  const composeExtension = { type: 'result', attachmentLayout: 'list', attachments };
  return { status: 200, body: { composeExtension } };
}

/** Shows a sentence where the rows of a search would be. */
export function searchSentence(text: string): BotResponse {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}
