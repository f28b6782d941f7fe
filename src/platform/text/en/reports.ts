import type { News } from '../es/case-news.js';
import type { Received } from '../es/reports.js';
import type { Helplines } from '../helplines.js';
import { caseFiles } from './case-files.js';
import { ended, figure } from './grammar.js';
import { voice } from './voice.js';

/** A report from its beginning to its receipt. */
export const reports = {
  safetyQuestion: {
    threat: 'Somebody threatened or intimidated a person',
    physical: 'There were blows, pushes or other aggressive physical contact',
    harm: "Somebody's health, emotional stability or safety is at risk",
  },
  /** By how many are asked. */
  safetyAsked: ['', 'One safety question', 'Two safety questions', 'Three safety questions'],
  safetyTold: (said: string) =>
    `By your account: ${said}. If that is not so, correct it under “More details”.`,
  willBeReviewed: 'Whoever handles the case will confirm this level first.',
  /** A message becomes a report. */
  quoting: {
    expired: 'This form has expired. Check what you wrote and send it again.',
    title: 'Report this',
    about: (name: string) => `It is about who wrote it: ${name}`,
    other: (when: string) =>
      `This is a separate report. You have another one that is not sent, of ${when}; it is as you left it in your chat with Humanización.`,
    quotation: (words: string) => `Quoted message: “${words}”`,
    concerned: (name: string) => `The report is about who wrote that message: ${name}.`,
  },
  answerHere: {
    title: 'Shall I send it as the answer?',
    intro: (name: string, number: string) => `Question about case ${number} · ${name}`,
    withoutName: 'It goes without your name.',
    yes: 'Yes, send it',
    toThis: (number: string) => `Send it to ${number}`,
  },
  cancel: {
    draft: {
      title: 'I left your report unsent',
      body: 'Nobody has seen it. Unless you delete it, I keep it as a draft in case you want to go on later.',
    },
    resume: 'Go on with the report',
    discard: 'Delete it',
    sent: (number: string) => ({
      title: `Your report ${number} has been sent`,
      body: 'Nobody has accepted it yet. If it was a mistake, open it and withdraw it there, with a short reason.',
    }),
    open: 'Open the case',
    nothing: {
      title: 'There is nothing to cancel',
      body: 'You have no report in hand, and none that you just sent.',
    },
    menu: 'See what you can do',
  },
  protected: {
    why: {
      'sexual-violence':
        'Thank you for trusting me with this: since it is about sexual harassment or violence, it does not go through your line; only the people named above receive it, who listen, care and go along to wherever the person who was hurt decides, without investigating or confronting anybody.',
      child:
        'Thank you for caring: since a child may be at risk, it does not go through your line; only the people named above receive it, who care and go along, without investigating or confronting anybody.',
      'by-superior':
        'Thank you for trusting me with this: since a superior may be involved, it does not go through your line; only the people named above receive it, who listen, care and go along to wherever the person who was hurt decides, without investigating or confronting anybody.',
      retaliation: voice.why,
      asked:
        'Thank you for trusting me with this: since you asked for it to be in confidence, it does not go through your line; only the people named above receive it, who listen, care and go along, without investigating or confronting anybody.',
    },
    rightsTitle: 'You can also turn to',
    rights: {
      'sexual-violence': ({ prosecutor }: Helplines) =>
        `The prosecutor's office (line ${prosecutor}), if the person who was hurt wants to. Ley 2365 de 2024 gives them the right to protection, and forbids reprisals.`,
      child: ({ child, emergency }: Helplines) =>
        `Line ${child} (ICBF), or ${emergency} if the danger is now. Who knows of harm to a child has the duty to tell the authorities (Ley 1098 de 2006), and this report does not replace that.`,
      'by-superior': ({ prosecutor }: Helplines) =>
        `The workplace coexistence committee or the labour inspection (Ley 1010 de 2006, which protects from reprisals who reports harassment at work). If there were blows or threats, also the prosecutor's office (line ${prosecutor}).`,
      retaliation: voice.rights,
      asked: ({ emotional }: Helplines) =>
        `The workplace coexistence committee, if it is about bad treatment at work (Ley 1010 de 2006), or line ${emotional}, if you want to talk to somebody.`,
    },
    upTheLine: 'I prefer that it goes up my line',
    notUpTheLine: 'I prefer the protected route',
    duty: 'Protected case: receive it, care, and refer with the consent of the person who was hurt. Do not investigate, confront nobody, and do not talk about it with their line.',
    firstHour: {
      'sexual-violence':
        'In the first hour: write to them that you have read it, and ask if they are safe and how they prefer to be spoken to. Do not ask why they did not tell before, what the person did or what they wore.',
      child:
        'In the first hour: see if the child is still at risk, and write to whoever reported that you have read it. Let nobody question the child or have them tell it again.',
      'by-superior':
        'In the first hour: write to them that you have read it and that their superior has not seen it. Ask where and when they prefer to be spoken to.',
      retaliation:
        'In the first hour: write to them that you have read it, and ask what has changed since they reported and how they prefer to be spoken to.',
      asked:
        'In the first hour: write to them that you have read it, and ask how they prefer to be spoken to.',
    },
    received: ({ number, by }: News) => `**${by}** has read what you told and received your case ${number}.`,
    receivedNext: 'How do you prefer to be spoken to? Choose now or later; you need not answer yet.',
    contact: {
      call: { title: 'A call', words: 'I prefer to be called.' },
      write: { title: 'In writing', words: 'I prefer to be written to here.' },
      wait: { title: 'I prefer to wait', words: 'For now I prefer to wait.' },
    },
    unreceived: {
      reporter: ({ number }: News, others: string) =>
        `Nobody has received your case ${number} yet, and I am sorry that you have to wait. It is still protected and did not go up your line; I reminded those who can receive it. Meanwhile you can also turn to: ${others}.`,
      receiver: ({ number }: News, others: string) =>
        `Nobody has received the protected case ${number} in time. It goes up no line: receive it now. I told the reporter that they can also turn to: ${others}.`,
    },
    others: {
      emergency: (number: string) => `line ${number}, if there is danger now`,
      violence: (number: string) => `line ${number}, guidance after violence`,
    },
  },
  teamReason: {
    line: 'because I found nobody in your line who can handle it',
    chosen: 'as you chose',
    burst: 'because you have sent ten reports in the last hour',
  },
  involved: {
    superior: 'Is that person involved in what happened?',
    other: 'Is that person, or your immediate superior, involved in what happened?',
    line: 'Is that person, or anybody else in your line, involved in what happened?',
  },
  answer: { true: 'You said yes.', false: 'You said no.' },
  receipt: {
    thanks: ({ name }: Received) => (name ? `Thank you, ${name}.` : 'Thank you for telling us.'),
    kind: ({ name }: Received) =>
      name
        ? `Thank you for telling us, ${name}. I am sorry that it happened, and you do not have to carry it alone.`
        : 'Thank you for telling us. I am sorry that it happened, and you do not have to carry it alone.',
    told: ({ who, due }: Received) =>
      due
        ? `I have told **${who}**, who has to answer you ${ended(due)} I write to you when they do.`
        : `I have told **${who}**. I write to you when they answer.`,
    protected: ({ who }: Received) =>
      `I have only told **${who}**; it does not go up your line. If nobody has received it within an hour, I tell you whom else to turn to.`,
    confidential: 'Nobody who attends to the case sees your name.',
  },
  problem: {
    empty: 'Tell me what happened: the account is empty.',
    short: (missing: number) =>
      `Tell me a little more: at least ${missing} more ${missing === 1 ? 'character is' : 'characters are'} needed to understand what happened.`,
    long: (excess: number, most: number) =>
      `You went over by ${excess === 1 ? '1 character' : `${figure.format(excess)} characters`}; the most is ${figure.format(most)}. All of it is below: shorten it and go on.`,
    cut: (kept: number, most: number) =>
      `Your account is too long: the most is ${figure.format(most)} characters. Below are the first ${figure.format(kept)}; I did not keep the rest, but it is still in your message. Shorten it and go on.`,
    field: 'Check the details: one of them is not valid.',
    future: 'The date on which it happened cannot be in the future. Correct it and continue.',
    involvement:
      'One answer is missing before it can be sent: say whether the person whom the case would go to is involved in what happened.',
    recipientChanged:
      'I have not sent it yet, because somebody else receives it now. See below whom it goes to and, if you agree, send it.',
    superior:
      'I did not find the person whom you chose as superior, or their account is no longer active. Look them up again or leave it empty.',
    recipient:
      'That person cannot receive the report. Choose somebody who leads a team or who is in the humanisation team, or leave it empty.',
    confidentialRecipient:
      'With your name withheld, the report can only go to somebody in your line or to the humanisation team. Choose another person or leave it empty.',
    files:
      'Before you send it, see below what it says about your files, and decide whether they go like that.',
    'not-in-this-state': 'The case has changed: this is how it stands now.',
    changedMeanwhile:
      'The case changed while you were writing. What you wrote is still here: look at it and send it again.',
    'missing-reason': 'The reason is missing. Write it and try again.',
    'missing-outcome': 'Choose at least one thing that was done.',
    'missing-summary': 'The summary for the person who reported is missing.',
    'missing-words': 'The text is missing. Write it and try again.',
    'too-late-to-undo': 'It is too late to undo it: the two minutes have passed.',
    'already-told': 'It can no longer be undone: the news is on its way.',
    'missing-commitment':
      'A standard or a commitment in the PID needs who commits, to what, and until when. Note it below.',
    'not-in-protected':
      'A protected case has no commitments and is not closed with them: nobody is confronted in it. Choose something else that was done.',
    'missing-person': 'It is missing who commits: choose somebody from the list or look them up.',
    'missing-what': 'It is missing what was agreed.',
    'missing-day': 'It is missing until when.',
    'impossible-day': 'Choose a day from today on, within the next two years.',
    'not-later': 'The new day must be after the one that it has.',
    'too-many-commitments': 'The case already has 10 commitments, which is the most.',
    'done-already': 'That commitment is done already.',
    'no-commitment': 'That commitment is gone: the closing in which it was noted was taken back.',
    'same-level': 'The case already has that level, and it is confirmed.',
    unconfirmed: 'Confirm the level of impact first; then you can close the case.',
    'missing-place': 'Choose at least one: the service, the site or the stage.',
    'same-priority': 'The case is like that already.',
    'health-off':
      'The deadlines of health claims are not in use in your organisation, so there is nothing to mark. The case keeps its usual deadlines.',
    'no-question': 'There is no question to answer.',
    'too-late':
      'The 15 business days for reopening it have passed. You can make a new report and mention this number.',
    'too-many-files': 'The case already has 5 files, which is the most.',
    'same-assignee': 'The case is already with that person.',
    'unknown-person': 'I cannot assign it to that person. Look for another.',
    'later-version': 'This case has news from a later version of the bot. For now, it can only be read.',
  },
  cancelled: {
    title: 'Report cancelled',
    body: 'Nothing was sent or kept. If you change your mind, you can start again at any time.',
    again: 'Start again',
  },
  draftGone: {
    title: 'This form is no longer open',
    body: 'The report was sent, was cancelled, or too much time has passed. Look at “My cases” to see whether it was sent, or start a new one.',
    mine: 'My cases',
    again: 'Start again',
  },
  evidence: caseFiles,
  confidentiality: {
    title: 'Who knows that you reported',
    paragraphs: [
      'It is not anonymous: Teams knows who writes, and whoever runs the bot can find out who reported. But you can ask that your name be kept confidential: tick it before you send the report. Nothing is sent until you confirm it.',
      '**Confidential:** whoever handles the case does not see your name; questions and answers go through me. The humanisation team may learn your identity if that is needed to protect you: they have to write down the reason, and I tell you.',
      '**Not confidential:** whoever handles the case and the humanisation team see your name. No report is shown in a channel.',
      '**Your files** get other names: archivo-1, archivo-2… In confidence, others get a clean copy of pictures (JPG, PNG, WebP, GIF) and PDFs: I draw them again, and only what one sees is left. From Word and Excel files, sounds, films and HEIC pictures I cannot remove what they tell, such as who made them or your voice: I tell you before I keep them, and they go only if you want it. If you can, send them as a PDF or a picture. What can be seen or read in a file does not change.',
      '**If your superior is involved,** say so before you send the report, under "Change": the case does not go to that person.',
    ],
    protectedRoute:
      '**If you tell of sexual harassment or violence, of violence by a superior, or of harm to a child,** the report does not go through your line: only those of the humanisation team who have that task receive it (or all of the team, if they are fewer than two), and you see who before you send it. You may choose that it goes up your line.',
    limits:
      '**What I cannot promise:** your account is shown as you write it, so somebody might recognise you by what you tell; nor can I say how each person will react. If you are treated badly afterwards for having reported, that can be reported too.',
    report: 'Report a failure',
  },
  retaliationFeared: {
    title: 'I understand your fear: nobody may treat you badly for having reported.',
    body: 'The law protects from reprisals who reports harassment at work or sexual harassment. I cannot promise that it will not happen; if it does, or somebody threatens you, tell me, and note dates and words.',
    guarded: 'What you tell with this button takes the protected route: it does not reach whoever leads you.',
    tell: 'Tell of retaliation',
  },
  nameGiven: {
    withheld: (number: string) =>
      `In case ${number} your name is still withheld, and I cannot change that from here. If you want whoever attends to it to know who you are, write it to them with “Add something” in the case.`,
    known: (number: string) =>
      `In case ${number} your name is not withheld: whoever attends to it can see it already.`,
  },
  offerFromChannel: 'You wrote it where others read along. I keep nothing of it unless you tap “Report it”.',
  offerAboutSuperior:
    'I understood that it is about your boss. If so, it does not reach that person: you see who receives it before you send it.',
  offerSection: (title: string) => `The policy speaks of this in “${title}”.`,
};
