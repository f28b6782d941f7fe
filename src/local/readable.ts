const HIDDEN = '•••';
const SECRET_NAME = /authorization|password|secret|token$/i;
/** Links that open something for whoever has them. */
const KEYS_IN_LINKS = [/(\/files\/)[\w-]{22}/g, /([?&](?:key|sig|token)=)[^&\s"]+/g];
const INLINE_FILE = /^(data:[\w/+.-]+;base64,)(.+)$/;

/** A copy of some JSON to be shown: without keys and secrets, and without files in it. */
export function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value === 'string') return readableText(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, SECRET_NAME.test(name) ? HIDDEN : readable(item)]),
  );
}

function readableText(text: string): string {
  const file = INLINE_FILE.exec(text);
  if (file) return `${file[1]}… (${file[2]?.length ?? 0} signos)`;
  return KEYS_IN_LINKS.reduce((shown, pattern) => shown.replace(pattern, `$1${HIDDEN}`), text);
}
