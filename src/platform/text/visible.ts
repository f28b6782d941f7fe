// Marks that turn the direction of writing, and characters that take no room: they make a text look like
// another one, or hide in it.
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant by itself.
  /[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff]|[\u{e0000}-\u{e007f}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** The joiner outside of an emoji, which it may hold together. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is meant by itself.
const STRAY_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d/gu;

/**
 * Takes out of a person's text what could make it look like something else: control characters, marks of
 * direction, invisible characters, lone surrogates, and the tag by which Teams marks a mention. Line breaks
 * stay.
 */
export function makeVisible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(/<(\/?)at\b([^>]*)>/gi, '‹$1at$2›');
}
