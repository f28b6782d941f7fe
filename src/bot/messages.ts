/** Messages and replies in the form that Teams wants. */
import type { Activity, Attachment } from 'botframework-schema';
import type { Card } from '../platform/cards/renderer.js';
import type { Message } from '../platform/delivery/message.js';
import type { BotResponse } from './adapter.js';

const CARD = 'application/vnd.microsoft.card.adaptive';
const SENTENCE = 'application/vnd.microsoft.activity.message';

export function toActivity(message: Message): Partial<Activity> {
  const attachments: Attachment[] = message.card ? [{ contentType: CARD, content: message.card }] : [];
  return {
    type: 'message',
    ...(message.text !== undefined && { text: message.text, textFormat: 'markdown' }),
    ...(message.summary !== undefined && { summary: message.summary }),
    ...(attachments.length > 0 && { attachments }),
    ...((message.citations || message.madeByModel) && { entities: [messageEntity(message)] }),
  };
}

/** Teams shows `[1]` in the text as a reference to the first citation, and the AI label where it is due. */
function messageEntity({ citations = [], madeByModel }: Message) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(madeByModel && { additionalType: ['AIGeneratedContent'] }),
    citation: citations.map(({ name, abstract }, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: { '@type': 'DigitalDocument', name, abstract },
    })),
  };
}

/** The response to a card's action that puts a card in the place of the one clicked. */
export function cardResponse(card: Card): BotResponse {
  return { status: 200, body: { statusCode: 200, type: CARD, value: card } };
}

/** The response that shows a card in a dialog. */
export function dialogResponse(card: Card, title: string): BotResponse {
  const value = { title, height: 'large', width: 'medium', card: { contentType: CARD, content: card } };
  return { status: 200, body: { task: { type: 'continue', value } } };
}

/** The response that shows a sentence in a dialog. */
export function dialogSentence(value: string): BotResponse {
  return { status: 200, body: { task: { type: 'message', value } } };
}

/** The response that shows a sentence and leaves the card, and what is typed in it, as they are. */
export function sentenceResponse(text: string): BotResponse {
  return { status: 200, body: { statusCode: 200, type: SENTENCE, value: text } };
}
