import { type Language, textIn } from '../text/catalogue.js';
import type { InboundActivity } from './activity.js';

/** Teams sends along what was written as HTML; alone, without text, it is a sticker or a GIF. */
const HTML = 'text/html';

/** What to say to a message that holds nothing to read: a file, a picture, a sticker, or nothing at all. */
export function kindAnswer(inbound: InboundActivity, text: string, language: Language): string | undefined {
  const chat = textIn(language).chat;
  const types = (inbound.attachments ?? []).map((attachment) => attachment.contentType ?? '');
  const files = types.filter((type) => type !== HTML);
  if (files.length > 0) return chat.cannotReadFile;
  if (text !== '') return undefined;
  return types.includes(HTML) ? chat.cannotReadSticker : chat.emptyMessage;
}
