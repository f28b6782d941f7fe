export const errors = {
  'storage-unavailable':
    'I cannot save or look up anything right now. What you wrote is still on the card: wait a minute and try again. If it is urgent, tell your immediate superior directly.',
  'too-slow':
    'This is taking longer than usual. What you wrote is still on the card: wait a moment and try again; if it had already been saved, it is not doubled.',
  'storage-conflict':
    'Somebody else changed this at the same time. Open the card again to see how it stands, then try again.',
  'too-large': 'That is too long to be saved. Shorten it a little and try again.',
  'not-found': 'I did not find that, or you may not see it. “My cases” shows what you reported.',
  'not-allowed':
    'You cannot do that right now. Open the card again to see how it stands, or write “talk to a person”.',
  'not-cleaned':
    'It belongs to a confidential report, and I cannot remove what it tells about who sent it. Ask for it as a PDF or a picture with a question on the card of the case.',
  unreadable:
    'The PDF has a password or is damaged, and I cannot check it before I give it to you. Ask for it without a password, or as a picture, with a question on the card of the case.',
  busy: 'I am checking many files right now. Wait some seconds and try again.',
  'invalid-input': 'Something on the card could not be read. Open it again and try once more.',
  unexpected:
    'Something failed on our side and is now in the technical log. Try again; if it is urgent, tell your immediate superior directly.',
};
