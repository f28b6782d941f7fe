import assert from 'node:assert/strict';
import { FigureStore } from '../../src/platform/figures/figure-store.js';
import { type Scope, scopeKey } from '../../src/platform/figures/scope.js';
import { emptyTally } from '../../src/platform/figures/tally.js';
import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { buttons, inputIds, parts, textOf } from '../support/cards.js';
import { HandClock, urlsOn } from '../support/trainings.js';
import { wordsOf as readOf, Visitor, visit } from '../support/visitor.js';
import { sheetsOf } from '../support/workbook.js';
import { type Player, World } from '../support/world.js';

const HIDDEN = 'no se muestra (pocos casos)';

describe('indicators', function () {
  this.timeout(60_000);
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  const one = (name: string) => world.person(name);
  const line = (name: string): Scope => ({ kind: 'line', leaderId: one(name).person.id });

  /** Counts of a month, all of its 20th day. */
  async function counted(month: string, ofScopes: [Scope, Record<string, number>][]): Promise<void> {
    const store = new FigureStore(world.stores.tables);
    const themes = new Set(
      ofScopes.flatMap(([, counts]) => Object.keys(counts).map((cell) => cell.split('.')[0] ?? '')),
    );
    for (const theme of themes) {
      const tallies = ofScopes.map(([scope, all]) => {
        const counts = Object.fromEntries(
          Object.entries(all).filter(([cell]) => cell.startsWith(`${theme}.`)),
        );
        return [scopeKey(scope), { ...emptyTally(), counts, days: { '20': counts } }] as const;
      });
      await store.write({ theme, month }, async () => new Map(tallies));
    }
  }

  const cases = (count: number, more: Record<string, number> = {}) => ({ 'cases.reported': count, ...more });
  const chartOf = (player: Player, type: string) => parts(player.card).find((part) => part.type === type);

  const wordsOf = (chart?: Record<string, unknown>) =>
    (chart?.fallback as { text?: string } | undefined)?.text;

  it('tell a leader of the own line, with a chart whose fallback says the same numbers', async () => {
    await counted('2026-10', [[line('Luis'), cases(17)]]);
    await counted('2026-11', [
      [
        line('Luis'),
        cases(14, {
          'cases.reported/level/high': 2,
          'cases.reported/level/low': 12,
          'cases.first-step/high/in-time': 2,
        }),
      ],
      [line('Marta'), cases(99)],
    ]);
    await one('Luis').writes('¿cómo vamos este mes?');
    const said = textOf(one('Luis').card);
    assert.match(said, /Indicadores de noviembre de 2026\n[\s\S]*Tu equipo/);
    assert.match(
      said,
      /Este mes: 14 casos, 3 menos que en octubre \(hasta el día 24\)\.\n2 altos, ambos aceptados a tiempo\./,
    );
    assert.doesNotMatch(said, /99/);
    const months = chartOf(one('Luis'), 'Chart.Line');
    assert.deepEqual(months?.data, [
      {
        legend: 'Casos',
        values: [
          { x: 'oct 26', y: 17 },
          { x: 'nov 26', y: 14 },
        ],
      },
    ]);
    assert.equal(wordsOf(months), 'oct 26: 17 · nov 26: 14');
    const levels = chartOf(one('Luis'), 'Chart.Donut');
    assert.equal(wordsOf(levels), 'Alto: 2 · Bajo: 12');
    assert.ok(!inputIds(one('Luis').card).includes('scope'), 'one scope is no choice');
  });

  it('understand the period, and the one to compare with', async () => {
    await counted('2026-08', [[line('Luis'), cases(5)]]);
    await counted('2026-10', [[line('Luis'), cases(3)]]);
    await one('Luis').writes('indicadores del trimestre pasado de mi equipo');
    assert.match(
      textOf(one('Luis').card),
      /del tercer trimestre de 2026[\s\S]*Del 1 de julio al 30 de septiembre[\s\S]*5 casos/,
    );
    await one('Luis').writes('cuántos reportes hubo en octubre frente a agosto');
    assert.match(textOf(one('Luis').card), /Octubre: 3 casos, 2 menos que en agosto\./);
    await one('Luis').writes('dame los números de la semana');
    assert.match(textOf(one('Luis').card), /esto es lo más cercano a lo que pediste/);
  });

  it('change with another period, and fall back to what the person may see', async () => {
    await counted('2026-10', [
      [line('Luis'), cases(3)],
      [{ kind: 'all' }, cases(77)],
    ]);
    const luis = one('Luis');
    await luis.writes('indicadores');
    await luis.taps('indicators.view', { period: 'month', from: '2026-10' });
    assert.match(textOf(luis.card), /Octubre: 3 casos/);
    await luis.sends(luis.last, 'indicators.view', { period: 'month', from: '2026-10', scope: 'all' });
    assert.match(textOf(luis.card), /Tu equipo/);
    await luis.sends(luis.last, 'indicators.view', { period: 'decade', from: '1999-01', scope: '{}' });
    assert.match(textOf(luis.card), /Indicadores de noviembre de 2026/);
  });

  it('tell the team of the whole organisation, of an area, and of protected cases those with the role', async () => {
    await counted('2026-11', [
      [{ kind: 'all' }, cases(20)],
      [{ kind: 'area', area: 'Servicio al afiliado' }, cases(8)],
      [{ kind: 'protected' }, { 'cases.protected': 7 }],
    ]);
    const hernan = one('Hernán');
    await hernan.writes('indicadores');
    assert.match(textOf(hernan.card), /Toda la organización[\s\S]*Este mes: 20 casos\./);
    assert.match(textOf(hernan.card), /Ruta protegida\ncasos: 7; represalias: no se muestra/);
    await hernan.writes('cifras de servicio al afiliado este mes');
    assert.match(textOf(hernan.card), /Área: Servicio al afiliado[\s\S]*Este mes: 8 casos\./);
    assert.doesNotMatch(textOf(hernan.card), /Ruta protegida/);
  });

  it('say kindly to others what they can see instead', async () => {
    await one('Ana').writes('quiero ver los indicadores');
    assert.match(one('Ana').last.text ?? '', /«mis casos» dice cómo va/);
    await one('Luis').writes('indicadores');
    const { last } = one('Luis');
    const refused = await one('Ana').sends(last, 'indicators.view', {
      period: 'month',
      from: '2026-11',
      scope: 'all',
    });
    assert.doesNotMatch(JSON.stringify(refused), /Indicadores de/);
  });

  it('hand out a workbook with a sheet for each theme, with numbers to reckon with', async () => {
    await counted('2026-11', [
      [
        line('Luis'),
        { ...cases(14, { 'cases.reported/source/pqrs': 3 }), 'voice.answered': 2, 'commitments.made': 1 },
      ],
    ]);
    const luis = one('Luis');
    await luis.writes('indicadores');
    await luis.taps('indicators.export');
    const url = String(parts(luis.card).find(({ type }) => type === 'Action.OpenUrl')?.url);
    const response = await fetch(url);
    assert.match(response.headers.get('content-disposition') ?? '', /indicadores-2026-11\.xlsx/);
    const sheets = sheetsOf(new Uint8Array(await response.arrayBuffer()));
    const rowsOf = (title: string) => sheets.find((sheet) => sheet.title === title)?.rows ?? [];
    assert.deepEqual(
      sheets.map(({ title }) => title),
      [
        'Resumen',
        'Casos',
        'Compromisos',
        'Voz de quien reporta',
        'Capacitaciones',
        'Reconocimientos',
        'Mes a mes',
      ],
    );
    assert.match(String(rowsOf('Resumen')[3]), /Este mes: 14 casos/);
    assert.deepEqual(rowsOf('Casos')[0]?.slice(0, 4), ['Indicador', 'Por', 'Valor', 'noviembre de 2026']);
    assert.deepEqual(rowsOf('Casos')[1]?.slice(0, 4), ['Casos reportados', '', '', 14]);
    assert.ok(rowsOf('Casos').some((row) => row.slice(1, 4).join() === 'fuente,PQRS,3'));
    assert.equal(rowsOf('Voz de quien reporta')[1]?.[3], HIDDEN);
    assert.equal((await fetch(url.replace('xlsx', 'csv'))).status, 404);
  });

  it('stand on the page of a leader with charts, and with what the voice may not tell', async () => {
    await counted('2026-10', [[line('Luis'), cases(17, { 'cases.reported/level/low': 17 })]]);
    await counted('2026-11', [
      [
        line('Luis'),
        cases(14, {
          'cases.reported/level/high': 2,
          'cases.reported/level/low': 12,
          'cases.reported/source/pqrs': 3,
          'cases.reported/source/jefe': 11,
          'cases.accepted': 12,
          'cases.accepted/timeliness/in-time': 9,
          'voice.answered': 7,
        }),
      ],
      [{ kind: 'all' }, cases(777)],
    ]);
    const luis = await visit(world, 'Luis');
    const seen = await luis.get('/app/indicadores?de=all');
    assert.match(readOf(seen), /Este mes: 14 casos, 3 menos que en octubre \(hasta el día 24\)\./);
    assert.match(readOf(seen), /Aceptados a tiempo 75 % 9 de 12/);
    assert.match(readOf(seen), /Casos reportados, mes a mes/);
    assert.match(readOf(seen), /oct 26 0 0 17 0 nov 26 2 0 12 0/, 'the table of the chart has its numbers');
    assert.match(readOf(seen), /Casos reportados por fuente, noviembre de 2026/);
    assert.match(seen.text, /<svg role="img"/);
    assert.doesNotMatch(seen.text, /777|name="de"/, 'nothing of others, and no choice of one');
    const voice = await luis.get('/app/indicadores?asunto=voice');
    assert.match(readOf(voice), new RegExp(`Respuestas después del cierre ${HIDDEN.replace(/[()]/g, '.')}`));
    assert.doesNotMatch(readOf(voice), /Respuestas después del cierre 7/);
    const october = await luis.get('/app/indicadores?mes=2026-10&periodo=quarter&asunto=nada&de=__proto__');
    assert.match(readOf(october), /Este trimestre: 31 casos/);
  });

  it('are filtered on the page by period and area for the team, who see what is protected if it is their role', async () => {
    await counted('2026-10', [
      [{ kind: 'all' }, cases(20)],
      [{ kind: 'area', area: 'Servicio al afiliado' }, cases(8)],
      [{ kind: 'protected' }, { 'cases.protected': 7, 'voice.retaliation': 2 }],
    ]);
    const hernan = await visit(world, 'Hernán');
    const all = await hernan.get('/app/indicadores?mes=2026-10');
    assert.match(readOf(all), /Octubre: 20 casos\./);
    assert.match(readOf(all), new RegExp(`Casos de la ruta protegida 7 .*${HIDDEN.replace(/[()]/g, '.')}`));
    const [, area = ''] = /<option value="(area\.[\w-]+)">Área: Servicio al afiliado/.exec(all.text) ?? [];
    const ofArea = readOf(await hernan.get(`/app/indicadores?mes=2026-10&de=${area}`));
    assert.match(ofArea, /Octubre: 8 casos\./);
    assert.doesNotMatch(ofArea, /ruta protegida/);
    const people = new TableDirectory(world.stores.tables);
    await people.save([{ ...one('Hernán').person, roles: ['leader'] }]);
    const own = readOf(await hernan.get(`/app/indicadores?mes=2026-10&de=${area}`));
    assert.match(own, /Octubre: ningún caso/, 'a scope that is no longer theirs becomes the own line');
    assert.equal((await (await visit(world, 'Ana')).get('/app/indicadores')).status, 404);
  });

  it('lead from the card to the page', async () => {
    const luis = one('Luis');
    await luis.writes('indicadores');
    await luis.taps('app.open');
    const [link = ''] = urlsOn(luis.card);
    const visitor = new Visitor(world.address);
    const [, section = ''] = /name="parte" value="(\w*)"/.exec((await visitor.get(link)).text) ?? [];
    const entered = await visitor.post(link, { parte: section });
    assert.equal(entered.headers.get('location'), '/app/indicadores');
  });

  it('open no workbook for somebody who leads nobody any more', async () => {
    const luis = one('Luis');
    await luis.writes('indicadores');
    assert.ok(buttons(luis.card).some(({ verb }) => verb === 'indicators.export'));
    const refused = await one('Ana').sends(luis.last, 'indicators.export', {
      period: 'month',
      from: '2026-11',
    });
    assert.doesNotMatch(JSON.stringify(refused), /files\//);
  });
});
