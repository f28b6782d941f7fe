/** The card with the link to «mi página». */

import { z } from 'zod';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { textIn } from '../text/catalogue.js';

export const linkTemplate = defineTemplate('tab/link', z.object({ url: z.url() }), { textIn });

export function linkCard(renderer: Renderer, url: string, language: Language): Card {
  return renderer.render(linkTemplate, { url }, language);
}
