import assert from 'node:assert/strict';
import { periodAsked } from '../../../../src/platform/understanding/asked-period.js';

const TODAY = '2026-11-26';

/** `month 2026-11`, or `month 2026-11 / month 2026-10` where it compares; `~` for the nearest that there is. */
function askedIn(text: string, today = TODAY): string {
  const { period, against, isNearest } = periodAsked(text, today);
  const named = [period, against].flatMap((one) => (one ? [`${one.span} ${one.from}`] : [])).join(' / ');
  return `${isNearest ? '~' : ''}${named}`;
}

const CASES: Record<string, Record<string, string>> = {
  'names no period': {
    '': '',
    indicadores: '',
    'los números de mi equipo': '',
    'qué sede tiene más quejas': '',
    'marcela quiere saber cómo vamos': '',
    'you may show me the numbers': '',
    'vamos hacia el mar': '',
    'la gráfica de casos por mes': '',
    'unos numeritos para abrir la capacitación': '',
    'el promedio de días que se demora un líder': '',
    'casos totales a hoy': '',
  },
  'is a month': {
    'cómo vamos este mes': 'month 2026-11',
    'en lo que va del mes': 'month 2026-11',
    'resultados del mes': 'month 2026-11',
    'cifras del mes en curso': 'month 2026-11',
    'los números de octubre': 'month 2026-10',
    'los numeros de OCTUBRE porfa': 'month 2026-10',
    'numeros de noviembre': 'month 2026-11',
    'cifras de nobiembre': 'month 2026-11',
    'cifras de setiembre': 'month 2026-09',
    'cómo cerramos diciembre': 'month 2025-12',
    'octubre del año pasado': 'month 2025-10',
    'octubre de 2025': 'month 2025-10',
    'oct 2025': 'month 2025-10',
    'los de mar de 2026': 'month 2026-03',
    'numbers for May 2026': 'month 2026-05',
    'el mes pasado': 'month 2026-10',
    'tendrá los numeritos del mes anterior?': 'month 2026-10',
    'el último mes': 'month 2026-10',
    'el mes de octubre': 'month 2026-10',
    'en este mes de noviembre': 'month 2026-11',
    'el mes antepasado': 'month 2026-09',
    'give me the numbers of last month': 'month 2026-10',
    'how are we doing this month': 'month 2026-11',
  },
  'is a quarter': {
    'indicadores del trimestre de mi equipo': 'quarter 2026-10',
    'deme la estadística de este trimestre': 'quarter 2026-10',
    'el trimeste pasado': 'quarter 2026-07',
    'give me the numbers for Q3': 'quarter 2026-07',
    'kpi humanización 2do trim': 'quarter 2026-04',
    'el primer trimestre de 2025': 'quarter 2025-01',
    'tercer trimestre del año pasado': 'quarter 2025-07',
    'trimestre 4': 'quarter 2026-10',
    'last quarter please': 'quarter 2026-07',
    'variación trimestral por servicio': 'quarter 2026-10',
  },
  'is a year': {
    'cuántos casos llevamos este año': 'year 2026-01',
    'dame el balance del año en números': 'year 2026-01',
    'en lo corrido del año': 'year 2026-01',
    'el año pasado': 'year 2025-01',
    'cuántos reportes hubo en 2025': 'year 2025-01',
    'cuántos reportes hubo en 2024': 'year 2024-01',
    'last year': 'year 2025-01',
    'el año 2025': 'year 2025-01',
    'casos del año 2025 a hoy': 'year 2025-01',
  },
  'compares with another one than the one before': {
    'cuántos reportes hubo en octubre frente a septiembre': 'month 2026-10 / month 2026-09',
    'octubre vs noviembre': 'month 2026-11 / month 2026-10',
    'comparame marzo con abril': 'month 2026-04 / month 2026-03',
    'cómo vamos comparado con el mes pasado': 'month 2026-11 / month 2026-10',
    'estamos mejor o peor que el año pasado': 'year 2026-01 / year 2025-01',
    'vamos mejor o peor q el año pasado': 'year 2026-01 / year 2025-01',
    'hubo más casos que en octubre?': 'month 2026-11 / month 2026-10',
    'cómo vamos este año frente al año pasado': 'year 2026-01 / year 2025-01',
    'comparado con el año pasado cómo nos fue': 'year 2026-01 / year 2025-01',
    'este mes contra el año pasado': 'month 2026-11 / month 2025-11',
    'noviembre contra noviembre del año pasado': 'month 2026-11 / month 2025-11',
    'enero y febrero de 2025': 'month 2025-02 / month 2025-01',
    'comparativo 2025-2026': 'year 2026-01 / year 2025-01',
    'dame el comparativo trimestre 2 y trimestre 3': 'quarter 2026-07 / quarter 2026-04',
    'how many cases did we get in October compared with September?': 'month 2026-10 / month 2026-09',
  },
  'is the nearest to what figures are not kept by': {
    'resumen en numeros de la semana': '~month 2026-11',
    'los de hoy': '~month 2026-11',
    'cuántos altos hubo en el semestre': '~year 2026-01',
    'tendencia de los últimos seis meses': '~year 2026-01',
    'tendencia de los ultimos 6 meses porfa': '~year 2026-01',
    'comparativo enero - febrero - marzo': '~month 2026-03 / month 2026-02',
    'los números de 2027': '~',
    'cómo ha cambiado desde enero': '~year 2026-01',
    'Is there a graph of how complaints have changed since January': '~year 2026-01',
  },
};

describe('the period that a text asks figures of', () => {
  for (const [what, texts] of Object.entries(CASES)) {
    for (const [text, expected] of Object.entries(texts)) {
      it(`${what}: "${text}"`, () => assert.equal(askedIn(text), expected));
    }
  }

  it('is the last one that has begun where no year is said', () => {
    assert.equal(askedIn('los de enero', '2026-01-01'), 'month 2026-01');
    assert.equal(askedIn('los de enero', '2025-12-31'), 'month 2025-01');
    assert.equal(askedIn('cuarto trimestre', '2026-09-30'), 'quarter 2025-10');
    assert.equal(askedIn('el mes pasado', '2026-01-15'), 'month 2025-12');
  });
});
