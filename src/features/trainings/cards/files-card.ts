/** The links to the files of an export. */
import { z } from 'zod';
import { MAX_ACTIONS, webLink } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { SheetKind } from '../../../platform/sheets/sheet.js';
import { type Language, textIn } from '../text/catalogue.js';

export const filesTemplate = defineTemplate(
  'trainings/training-files',
  z.object({ webLinks: z.array(webLink).max(MAX_ACTIONS - 1) }),
  { textIn },
);

const KINDS: readonly SheetKind[] = ['xlsx', 'csv'];

/** @param link the address of the export, without the file kind. */
export function filesCard(renderer: Renderer, link: URL, language: Language): Card {
  const { files } = textIn(language).trainings;
  const webLinks = KINDS.map((kind) => ({ title: files[kind], url: `${link.href}?as=${kind}` }));
  return renderer.render(filesTemplate, { webLinks }, language);
}
