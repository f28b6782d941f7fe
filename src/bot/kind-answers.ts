import { type Language, textIn } from '../platform/text/catalogue.js';
import type { InboundActivity } from './activity.js';

/** Teams attaches the message as HTML. HTML without text is a sticker or a GIF. */
const HTML = 'text/html';

/** Returns true when a text has neither letters nor digits. */
export const isWordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** Returns the answer to a message without words: a file, a picture, a sticker, symbols or nothing. */
export function kindAnswer(inbound: InboundActivity, text: string, language: Language): string | undefined {
  const chat = textIn(language).chat;
  const types = (inbound.attachments ?? []).map((attachment) => attachment.contentType ?? '');
  const files = types.filter((type) => type !== HTML);
  if (files.length > 0) return chat.cannotReadFile;
  if (!isWordless(text)) return undefined;
  return text !== '' || types.includes(HTML) ? chat.cannotReadSticker : chat.emptyMessage;
}
