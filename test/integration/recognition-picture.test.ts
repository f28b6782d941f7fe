import assert from 'node:assert/strict';
import { buttons, parts } from '../support/cards.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const DEED = 'Le explicó tres veces a una señora cómo pedir la cita.';

describe('the picture of a recognition', () => {
  it('opens by the address on its card alone, for as long as the recognition is there', async () => {
    const clock = new HandClock();
    const world = await World.open({ clock: clock.now });
    try {
      const [ana, carlos] = [world.person('Ana'), world.person('Carlos')];
      const form = await ana.writes('reconocer');
      const words = { likely: carlos.person.id, message: DEED, attribute: 'amabilidad' };
      await ana.taps('recognition.send', words, { message: form });
      await ana.taps('recognition.send', {}, { message: form });
      const undo = buttons(ana.cardOf(form)).find(({ verb }) => verb === 'recognition.undo');
      clock.forward(121_000);
      const work = world.stores.queue;
      await work.put(JSON.stringify({ kind: 'recognition', partitionKey: undo?.data.id }), 0);
      const message = await carlos.sees('¡Te reconocieron!');
      const card = carlos.cardOf(message);
      const image = parts(card).find(({ type }) => type === 'Image');
      const { url, altText } = image as { url: string; altText: string };
      assert.match(altText, /Amabilidad/);
      const picture = await fetch(url);
      assert.equal(picture.headers.get('content-type'), 'image/png');
      assert.equal(picture.headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.match(picture.headers.get('cache-control') ?? '', /^private, max-age=\d+$/);
      const content = Buffer.from(await picture.arrayBuffer());
      assert.deepEqual([content.readUInt32BE(16), content.readUInt32BE(20)], [1_000, 525]);
      const whole = parts(card).find(({ type }) => type === 'Action.OpenUrl');
      const kept = Buffer.from(await (await fetch(String(whole?.url))).arrayBuffer());
      assert.deepEqual([kept.readUInt32BE(16), kept.readUInt32BE(20)], [1_200, 630]);
      for (const [from, to] of [
        [/key=[^&]+/, 'key='],
        [/lang=es/, 'lang=en'],
        [/recognitions\/[^/]+/, `recognitions/other.${carlos.person.id}`],
      ] as const) {
        assert.equal((await fetch(url.replace(from, to))).status, 404, String(from));
      }
      await carlos.taps('recognition.remove', {}, { message });
      assert.equal((await fetch(url)).status, 404);
    } finally {
      await world.close();
    }
  });
});
