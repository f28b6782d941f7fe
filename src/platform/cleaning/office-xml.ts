/** Where the XML of Word and Excel names people, their computers and their folders. */

/** Parts about the document, by the name of their root: only the root stays. */
const ABOUT = new Set(['coreProperties', 'Properties', 'people', 'labelList']);
/** Data of the organisation's libraries, such as who keeps the document. */
const CUSTOM = /^customXml\/item\d+\.xml$/;
/** Parts that name people or places in too many ways to clean: data sources, shared workbooks, mail merges, signatures. */
const TOO_MUCH = /<(?:\w+:)?(?:connections|userInfo|mailMerge|Signature)\b/;

const VALUE = `(?:"[^"]*"|'[^']*')`;
const ATTRIBUTES = `(?:\\s+[\\w:.-]+\\s*=\\s*${VALUE})*\\s*/?>`;
const ROOT = new RegExp(`<([\\w:.-]+)${ATTRIBUTES}`);
const RELATIONSHIP = new RegExp(`<Relationship${ATTRIBUTES}`, 'g');

/** Attributes that name people; in `of`, only those of these elements. */
const NAMING: readonly { attributes: string; of?: string }[] = [
  // Changes and comments in Word, who last refreshed a pivot table, who holds a workbook open.
  { attributes: 'w:author|w:initials|w15:author|w15:userId|refreshedBy|userName' },
  { attributes: 'displayName|userId|providerId', of: 'person' },
  { attributes: 'name|initials', of: 'p:cmAuthor' },
  // The folder in which Excel last saved.
  { attributes: 'url', of: 'x15ac:absPath' },
  // The name of the file from which a picture came.
  { attributes: 'name|descr', of: 'pic:cNvPr' },
];
/** A sheet refers to the settings of its printer, which are dropped. */
const PRINTER = /(<pageSetup\b[^<]*?)\sr:id\s*=\s*"[^"]*"/g;
/** A shorter name may be part of any word. */
const LEAST_NAME = 3;

/** @throws Error for a part that names people in ways that this does not know. */
export function scrubXml(path: string, xml: string): string {
  if (TOO_MUCH.test(xml)) throw new Error('a part that names people in its own ways');
  const root = ROOT.exec(xml);
  if (!root?.[1]) throw new Error('XML without a root');
  const name = root[1].slice(root[1].indexOf(':') + 1);
  if (ABOUT.has(name) || CUSTOM.test(path)) {
    return xml.slice(0, root.index) + root[0].replace(/\s*\/?>$/, '/>');
  }
  if (name === 'Relationships') return scrubRelationships(xml);
  const scrubbed = NAMING.reduce(blank, xml.replace(PRINTER, '$1'));
  return name === 'comments' ? scrubAuthors(scrubbed) : scrubbed;
}

function blank(xml: string, { attributes, of = '[\\w:.-]+' }: (typeof NAMING)[number]): string {
  const element = new RegExp(`<${of}${ATTRIBUTES}`, 'g');
  const attribute = new RegExp(`(\\s(?:${attributes})\\s*=\\s*)${VALUE}`, 'g');
  return xml.replace(element, (found) => found.replace(attribute, '$1""'));
}

/** Excel lists the authors of notes, and begins each note with the name. */
function scrubAuthors(xml: string): string {
  const names = [...xml.matchAll(/<author>([^<]+)<\/author>/g)].map(([, name = '']) => name);
  const told = names.filter(({ length }) => length >= LEAST_NAME);
  return xml
    .replace(/<author>[^<]*<\/author>/g, '<author></author>')
    .replace(
      />([^<]+)</g,
      (_, text: string) => `>${told.reduce((rest, name) => rest.replaceAll(name, ''), text)}<`,
    );
}

/** Paths to other files go, except of links in the text; and what the dropped parts were referred to by. */
function scrubRelationships(xml: string): string {
  return xml.replace(RELATIONSHIP, (relationship) => {
    if (/\/printerSettings["']/.test(relationship)) return '';
    const isOutside = /TargetMode\s*=\s*["']External["']/.test(relationship);
    const isLink =
      /\/hyperlink["']/.test(relationship) &&
      !/Target\s*=\s*["'](?:file:|[A-Za-z]:\\|\\\\)/.test(relationship);
    return isOutside && !isLink
      ? relationship.replace(/(\sTarget\s*=\s*["'])[^"']*?([^"'\\/]*["'])/, '$1$2')
      : relationship;
  });
}
