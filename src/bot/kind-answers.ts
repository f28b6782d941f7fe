import { type Language, textIn } from '../platform/text/catalogue.js';
import type { InboundActivity } from './activity.js';

/** Teams sends along what was written as HTML; alone, without text, it is a sticker or a GIF. */
const HTML = 'text/html';

/** Whether there is nothing to read: neither a letter nor a digit. */
export const isWordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** What to say to a message that holds nothing to read: a file, a picture, a sticker or signs, or nothing at all. */
export function kindAnswer(inbound: InboundActivity, text: string, language: Language): string | undefined {
  const chat = textIn(language).chat;
  const types = (inbound.attachments ?? []).map((attachment) => attachment.contentType ?? '');
  const files = types.filter((type) => type !== HTML);
  if (files.length > 0) return chat.cannotReadFile;
  if (!isWordless(text)) return undefined;
  return text !== '' || types.includes(HTML) ? chat.cannotReadSticker : chat.emptyMessage;
}
