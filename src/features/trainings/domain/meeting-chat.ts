/** Tells whether a conversation is the chat of a meeting; those of channels have events of nobody. */
export const isMeetingChat = (conversationId: string): boolean => conversationId.startsWith('19:meeting_');
