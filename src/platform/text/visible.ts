// Direction marks and zero-width characters: they make a text look like another one, or hide in it.
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each character is meant on its own.
  /[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff]|[\u{e0000}-\u{e007f}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are removed.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** A joiner outside an emoji; inside one, it holds the emoji together. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each character is meant on its own.
const STRAY_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gu;

/**
 * Removes from a person's text what could disguise it: control characters, direction marks, invisible
 * characters, lone surrogates, the tag that marks a mention in Teams, and the date functions that Adaptive
 * Cards would replace by another text. Keeps line breaks.
 */
export function makeVisible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(/<(\/?)at\b([^>]*)>/gi, '‹$1at$2›')
    .replace(/\{\{(?=\s*(?:DATE|TIME)\s*\()/gi, '{ {');
}
