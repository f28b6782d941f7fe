declare module 'spdx-satisfies' {
  /** Returns true if one of these licences does for the expression. Throws Error for what is no SPDX expression. */
  export default function satisfies(expression: string, allowed: readonly string[]): boolean;
}
