/** The tools beside the text box. */
import { make } from './dom.js';
import { type IconName, icon } from './icons.js';

/** Opens the file picker. */
export function filePicker(onFile: (file: File) => void): HTMLElement {
  const title = 'Adjuntar un archivo';
  const input = make('input', {
    type: 'file',
    'aria-label': title,
    change: () => {
      const [file] = input.files ?? [];
      if (file) onFile(file);
      input.value = '';
    },
  });
  return make('label', { class: 'tool attach', title }, icon('attach'), input);
}

/** Runs a command of the message box. */
export function commandButton(title: string, sign: IconName, run: () => void): HTMLElement {
  return make(
    'button',
    { type: 'button', class: 'tool extension', title, 'aria-label': title, click: run },
    icon(sign),
  );
}
