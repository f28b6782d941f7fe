import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { rawRows } from '../support/storage.js';
import { announce, HandClock, rowsUnder } from '../support/trainings.js';
import { World } from '../support/world.js';

const MOST = { team: 8 * 1024 * 1024, trainer: 4 * 1024 * 1024 };
const HEADS = {
  team: 'radicado;fuente;fecha;texto\n',
  trainer: 'Full Name\tUser Action\tTimestamp\n',
};
/** What follows the head, again and again; test/unit/features/hostile-files.test.ts has more of them. */
const FILLS = {
  'nothing but separators': ';',
  'nothing but line breaks': '\n',
  'a quotation that never ends': '"a\n',
};

describe('a hostile file', function () {
  this.timeout(60_000);
  const clock = new HandClock();
  let world: World;
  let training: string;
  before(async () => {
    world = await World.open({ clock: clock.now });
    training = (await announce(world)).id;
  });
  after(() => world.close());

  const answerTo = async (who: keyof typeof MOST, content: Buffer) => {
    const player = world.person(who === 'team' ? 'Hernán' : 'Teresa');
    const answer = await sendsFile(world, player, 'archivo.csv', content);
    return answer.text ?? textOf(player.cardOf(answer));
  };
  const nothingChanged = async () => {
    assert.deepEqual(await rawRows(world.stores.tables, 'Sources'), []);
    assert.deepEqual(await rowsUnder(world, training, 'attendee:'), []);
    const waiting = await rawRows(world.stores.tables, 'Tickets');
    assert.deepEqual(
      waiting.filter(({ partitionKey }) => /^(report|sources):/.test(String(partitionKey))),
      [],
    );
    assert.equal((await fetch(`${world.address}/healthz`)).status, 200);
  };
  const filled = (who: keyof typeof MOST, head: string, fill: string) => {
    const content = Buffer.alloc(MOST[who], fill);
    content.write(head);
    return content;
  };

  for (const [name, fill] of Object.entries(FILLS)) {
    it(`of ${name} gets a sentence from each who read it, and changes nothing`, async () => {
      const known = await answerTo('team', filled('team', HEADS.team, fill));
      assert.match(known, /Hay 1 cosa por corregir.*Fila \d.*(no se puede leer|no hay nada|pasa de 5\.000)/s);
      assert.match(known, /No guardé nada/);
      assert.match(await answerTo('team', filled('team', '', fill)), /pesa más de 4 MB/);
      for (const head of [HEADS.trainer, ''])
        assert.match(await answerTo('trainer', filled('trainer', head, fill)), /No pude leer ese archivo/);
      await nothingChanged();
    });
  }

  it('of 100,000 columns gets a sentence, and changes nothing', async () => {
    const columns = ';columna'.repeat(100_000);
    assert.match(
      await answerTo('team', Buffer.from(HEADS.team.replace('\n', `${columns}\nPQR-1;PQRS`))),
      /no se puede leer/,
    );
    const tabs = '\tcolumn'.repeat(100_000);
    assert.match(
      await answerTo('trainer', Buffer.from(HEADS.trainer.replace('\n', `${tabs}\nAna\tJoined`))),
      /No pude leer ese archivo/,
    );
    await nothingChanged();
  });

  it('in UTF-16 of an odd length gets a sentence, and changes nothing', async () => {
    for (const mark of [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff]), Buffer.alloc(0)]) {
      const text = Buffer.from(HEADS.team.padEnd(400_000, '"'), 'utf16le');
      if (mark[0] === 0xfe) text.swap16();
      const content = Buffer.concat([mark, text.subarray(0, -1)]);
      assert.match(await answerTo('team', content), /no se puede leer/);
      assert.match(await answerTo('trainer', content), /No pude leer ese archivo/);
    }
    await nothingChanged();
  });
});

describe('a large file of another channel', () => {
  it('is read as a small one', async () => {
    const clock = new HandClock();
    const world = await World.open({ clock: clock.now });
    try {
      const rows = Array.from(
        { length: 1_000 },
        (_, at) => `PQR-${at};PQRS;03/11/2026;${'No me saludó nadie. '.repeat(15)}`,
      );
      const content = Buffer.from(HEADS.team + rows.join('\n'));
      assert.ok(content.length > 256 * 1024);
      const answer = await sendsFile(world, world.person('Hernán'), 'pqrs.csv', content);
      assert.match(answer.text ?? '', /Recibí 1000 filas/);
    } finally {
      await world.close();
    }
  });
});
