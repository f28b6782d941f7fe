/**
 * What a page may load: nothing inline, and nothing from other hosts.
 * @param framedBy the origins that may show it in a frame.
 */
export function contentPolicy(framedBy: readonly string[] = ["'none'"]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy.join(' ')}`,
  ].join('; ');
}
