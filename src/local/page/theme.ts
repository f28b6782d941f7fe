/** The colours: chosen, or those of the system. */
import { make } from './dom.js';
import { keep, readKept } from './kept.js';

const KEY = 'theme';
const CHOICES = { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro', contrast: 'Alto contraste' };
type Choice = keyof typeof CHOICES;

const wantsDark = window.matchMedia('(prefers-color-scheme: dark)');
const wantsContrast = window.matchMedia('(prefers-contrast: more), (forced-colors: active)');

/** Follows the choice and the system. Returns the choices, for a menu. */
export function themeChoices(): HTMLElement {
  let chosen = readKept<Choice>(KEY) ?? 'system';
  const apply = () => {
    const system = wantsContrast.matches ? 'contrast' : wantsDark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = chosen === 'system' ? system : chosen;
  };
  wantsDark.addEventListener('change', apply);
  wantsContrast.addEventListener('change', apply);
  apply();
  const radio = (choice: Choice) => {
    const input = make('input', {
      type: 'radio',
      name: 'theme',
      value: choice,
      checked: choice === chosen,
      change: () => {
        chosen = choice;
        keep(KEY, choice);
        apply();
      },
    });
    return make('label', {}, input, CHOICES[choice]);
  };
  const choices = (Object.keys(CHOICES) as Choice[]).map(radio);
  return make('fieldset', {}, make('legend', {}, 'Colores'), ...choices);
}
