import assert from 'node:assert/strict';
import { cardResponse, sentenceResponse, toActivity } from '../../../src/bot/messages.js';
import type { Card } from '../../../src/platform/cards/renderer.js';

const CARD: Card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

describe('a message in the format of Teams', () => {
  it('is text in Markdown', () => {
    assert.deepEqual(toActivity({ text: 'hola' }), { type: 'message', text: 'hola', textFormat: 'markdown' });
  });

  it('is a card with the text of the notification', () => {
    assert.deepEqual(toActivity({ card: CARD, summary: 'Caso HUM-2026-000001' }), {
      type: 'message',
      summary: 'Caso HUM-2026-000001',
      attachments: [{ contentType: CARD_TYPE, content: CARD }],
    });
  });

  it('leaves out what the message does not have', () => {
    assert.deepEqual(toActivity({}), { type: 'message' });
    assert.deepEqual(toActivity({ text: undefined, card: undefined, summary: undefined }), {
      type: 'message',
    });
  });

  it('cites its sources by the numbers in the text', () => {
    const { text, entities } = toActivity({
      text: 'Esto dice la política [1] y esto [2].',
      citations: [
        { name: 'Promesa de servicio', abstract: 'Compensar se compromete…' },
        { name: 'Objetivo', abstract: 'Promover una cultura…' },
      ],
    });
    assert.equal(text, 'Esto dice la política [1] y esto [2].');
    assert.deepEqual(entities, [
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Promesa de servicio',
              abstract: 'Compensar se compromete…',
            },
          },
          {
            '@type': 'Claim',
            position: 2,
            appearance: { '@type': 'DigitalDocument', name: 'Objetivo', abstract: 'Promover una cultura…' },
          },
        ],
      },
    ]);
  });
});

describe('the response to a card’s action', () => {
  it('replaces the clicked card', () => {
    assert.deepEqual(cardResponse(CARD), {
      status: 200,
      body: { statusCode: 200, type: CARD_TYPE, value: CARD },
    });
  });

  it('says a sentence and leaves the card as it is', () => {
    assert.deepEqual(sentenceResponse('Listo'), {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Listo' },
    });
  });
});
