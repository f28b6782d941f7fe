/** The header of a message with the true moment at which it left its process, in milliseconds. */
export const LEFT_AT = 'x-left-at';
