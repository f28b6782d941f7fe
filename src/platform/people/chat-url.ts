/**
 * Returns the link that opens a chat in Teams, on every client.
 * @param user as it stands in the address: the encoded name with which a person signs in, or `28:` and the bot's app id.
 * @param message what stands in the message box then.
 */
export function chatUrl(user: string, message?: string): string {
  const written = message === undefined ? '' : `&message=${encodeURIComponent(message)}`;
  return `https://teams.microsoft.com/l/chat/0/0?users=${user}${written}`;
}
