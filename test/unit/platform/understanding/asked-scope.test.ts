import assert from 'node:assert/strict';
import { scopeAsked } from '../../../../src/platform/understanding/asked-scope.js';

const AREAS = ['Salud', 'Salud Mental', 'Hotelería y Turismo', 'Gerencia de Educación', ''];

function scopeIn(text: string): string {
  const asked = scopeAsked(text, AREAS);
  return asked?.kind === 'area' ? asked.area : (asked?.kind ?? '');
}

describe('of whom a text asks figures', () => {
  const cases: Record<string, string> = {
    'indicadores del trimestre de mi equipo': 'own',
    'cómo va mi gente este mes': 'own',
    'cifras de mi centro para el informe': 'own',
    'numbers of my team': 'own',
    'las cifras de toda la organización': 'all',
    'promedio nacional': 'all',
    'all areas this year': 'all',
    'indicadores de salud': 'Salud',
    'indicadores de salud mental': 'Salud Mental',
    'números de HOTELERIA, turismo': 'Hotelería y Turismo',
    'cómo va educacion': 'Gerencia de Educación',
    'cómo va mi equipo de salud': 'Salud',
    'cómo vamos este mes': '',
    'saludos, ¿cómo vamos?': '',
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`is ${expected || 'left open'} in "${text}"`, () => assert.equal(scopeIn(text), expected));
  }
});
