import type { Texts } from './es.js';

const care: Texts['care'] = {
  goingOn: {
    retract: 'Tell me how it goes',
    deny: 'Tell me how it goes',
    'not-it': 'Tell me how it goes',
    thanks: 'Tell me how it goes',
    affirm: 'Tell me how it goes',
  },
  heard: (emergency: string, emotional: string) =>
    `Thank you for telling me; I am relieved. Just in case, you can call ${emergency} if there is danger, or ${emotional} to talk to somebody. Shall we go on with what you needed?`,
  isThanked: (emergency: string, emotional: string) =>
    `I am here. If there is danger, call ${emergency}; to talk to somebody, ${emotional}. To talk to a person of the team, write “person”.`,
  emergency: {
    title: 'Life first: call now',
    advice:
      'If you can, get to safety and tell somebody near you and the security or emergency staff of your site. Tell me what happened afterwards.',
  },
  distress: {
    title: 'I am so sorry that you are going through this. You do not have to carry it alone.',
    advice:
      'On the other end of the line somebody listens, without judging. You can also look for a person you trust right now.',
  },
  told: {
    title: 'Thank you for telling me. If the danger is not over, call now.',
    advice:
      'If it is over and everybody is safe, you can report it here: nothing is sent until you confirm it, and before that you see who gets it.',
  },
  lines: {
    emergency: 'Emergencies: ambulance, fire brigade and police.',
    emotional: 'Somebody who listens, and emotional support.',
    violence: 'Guidance for women who suffer violence.',
    child: 'Protection of children and teenagers (ICBF).',
    prosecutor: 'Prosecutor’s office: to report a crime.',
  },
  call: (number) => `Call ${number}`,
  dialYourself: (number) => `If the button does not dial on this device, dial ${number} on any telephone.`,
  inChannel: (number) => `I have answered you in private. If anybody is in danger right now, call ${number}.`,
  inChannelOnly: (number) =>
    `Write to me in a one-to-one chat and I will tell you whom to turn to. If anybody is in danger right now, call ${number}.`,
};

/** The texts of its templates. */
const cards: Texts['cards'] = {
  danger: {
    notLive: 'I am a bot: nobody reads this chat live.',
    narrative: 'What you wrote',
    person: 'Talk to a person',
    report: 'Report what happened',
  },
};

export const en: Texts = { care, cards };
