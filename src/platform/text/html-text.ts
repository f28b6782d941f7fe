import { Parser } from 'htmlparser2';

/** They begin and end on a line of their own. */
const BLOCKS = new Set(
  'address article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' '),
);
const UNSEEN = new Set(['script', 'style', 'head', 'title', 'template']);

/** Returns what a person reads of HTML: its text, and the descriptions of its emojis and pictures. */
export function textOfHtml(html: string): string {
  let text = '';
  let unseen = 0;
  const parser = new Parser({
    onopentag: (name, { alt }) => {
      if (UNSEEN.has(name)) unseen += 1;
      if (BLOCKS.has(name)) text += '\n';
      if (alt !== undefined && unseen === 0) text += alt;
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen -= 1;
      if (BLOCKS.has(name)) text += '\n';
    },
    // Line breaks within the HTML are spaces.
    ontext: (data) => {
      if (unseen === 0) text += data.replace(/\s+/g, ' ');
    },
  });
  parser.end(html);
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
