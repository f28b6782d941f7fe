import type { Texts } from './es.js';

const care: Texts['care'] = {
  goingOn: 'Tell me how it goes',
  heard: (emergency: string, emotional: string) =>
    `Thank you for telling me; I am relieved. Just in case, you can call ${emergency} if there is danger, or ${emotional} to talk to somebody. Shall we go on with what you needed?`,
  isThanked: (emergency: string, emotional: string) =>
    `I am here. If there is danger, call ${emergency}; to talk to somebody, ${emotional}. To talk to a person of the team, write “person”.`,
  kinds: {
    medical: {
      self: {
        title: 'Call emergency services now, or ask someone to call for you.',
        advice:
          'Stay where you are, unless there is danger there, and put the phone on speaker. Ask someone to stay with you until help arrives.',
      },
      other: {
        title: 'Call emergency services now, and have someone stay with them.',
        advice:
          'Do not move the person unless there is danger there. Stay with them or ask someone to stay, put the phone on speaker and do what the call tells you.',
      },
      line: ({ emergency }) => `If someone suddenly feels unwell, you can call ${emergency}.`,
    },
    'violence-now': {
      self: {
        title: 'Get to safety now and call emergency services as soon as you can.',
        advice:
          'Move away, or go into a room you can lock; if they want to rob you, hand things over. When you can speak, say where you are and tell security.',
      },
      other: {
        title: 'Call emergency services and security now, from a safe place.',
        advice:
          'Get to safety, say where it is and what you see, and do not step in between. If you can without risk, move others away; when the danger is over, stay with the person.',
      },
      line: ({ emergency }) => `If at any moment there is danger, move away and call ${emergency}.`,
    },
    fire: {
      self: {
        title: 'Get to safety now and call emergency services.',
        advice:
          'Use the stairs, never the lift; if you smell gas, touch no switches and call from outside. If you cannot get out, close the door against the smoke, call, and say which floor and place you are in.',
      },
      other: {
        title: 'Call emergency services now, from a safe place.',
        advice:
          'Get to safety and, if it puts you at no risk, help others out by the stairs, never the lift; if you smell gas, call from outside. Say where it is and if anyone is missing, and do not go back in.',
      },
      line: ({ emergency }) =>
        `If there is smoke, a smell of gas or other danger, go out and call ${emergency} from outside.`,
    },
    'self-harm': {
      self: {
        title: 'Please call now: you do not have to go through this without help.',
        advice:
          'Find someone you trust to stay with you, and move away from anything that could hurt you. If you are about to do it, are already hurt or nobody answers, call emergency services.',
      },
      other: {
        title: 'Stay with the person and get help together now.',
        advice:
          'Ask calmly and plainly if they are thinking of dying, listen and, without risk to you, take away what could hurt them. If they are hurt, about to act or out of your reach, call emergency services and say where they are.',
      },
      line: ({ emotional, emergency }) =>
        `If you or someone close is having a hard time, ${emotional} is there to talk; if there is danger, ${emergency}.`,
    },
    despair: {
      self: {
        title: 'I believe you: this is heavy, and you need not carry it without help.',
        advice:
          'If you can, pause and breathe out slowly. Talk to someone on the team today, and if you think of dying or of hurting yourself, call the support line now.',
      },
      other: {
        title: 'What you noticed matters: they need not carry this without help.',
        advice:
          'Go to them, listen without judging and offer to find someone on the team together. If they talk of dying or of hurting themselves, stay with them and call the support line together now.',
      },
      line: ({ emotional }) => `If the day is too heavy, you can talk to someone on ${emotional}.`,
    },
    sexual: {
      self: {
        title: 'I believe you, and what happened is not your fault.',
        advice:
          'You can decide later, and nothing obliges you to face that person. If it was a few days ago, any emergency room sees you without a police report.',
      },
      other: {
        title: 'Thank you for telling: believe them and say it is not their fault.',
        advice:
          'Do not ask for details: they can decide later, and need not face who did it. If it was a few days ago, any emergency room sees them without a police report.',
      },
      line: ({ violence }) =>
        `If you or someone else went through something unwanted, ${violence} can give guidance.`,
    },
    harassment: {
      self: {
        title: 'I believe you: nobody deserves to be treated like that at work.',
        advice: 'If you can, keep the messages and note dates and words. Tell somebody you trust today.',
      },
      other: {
        title: 'I believe you: nobody deserves that, and your support can help them.',
        advice:
          'Tell them in private that you believe them and ask what they want to do. Do not talk about it in front of the person who does it.',
      },
      line: ({ emotional }) =>
        `If something at work weighs on you, you can talk to someone on the team or on ${emotional}.`,
    },
    child: {
      self: {
        title: 'Stay close to the child or teenager and call now.',
        advice:
          'Do not ask them questions: listen, believe them and write down their words just as they said them. If they are in danger or injured, call emergency services first.',
      },
      other: {
        title: 'Call the child protection line now: you need no proof to call.',
        advice:
          'Do not question the child or teenager; write down what you were told, in the same words. If there is danger now or an injury, call emergency services first.',
      },
      line: ({ child }) =>
        `If you are worried about a child or teenager, you can ask for guidance and help on ${child}.`,
    },
    elder: {
      self: {
        title: 'Stay with them; if there is danger or injury, call emergency services now.',
        advice:
          'Speak to them calmly and do not confront whoever did it in front of them. When you can, note what you saw and tell someone on the team today.',
      },
      other: {
        title: 'If there is danger now, call emergency services; you are right to tell somebody.',
        advice:
          'Note what you were told and talk to someone on the team today. Do not confront whoever may have done it in front of the person: it could put them at more risk.',
      },
      line: ({ emergency }) =>
        `If you worry about an older or dependent person, talk to the team; if there is danger, call ${emergency}.`,
    },
    partner: {
      self: {
        title: 'I believe you, and it is not your fault: your safety comes first.',
        advice:
          'Get to safety where there are people and tell security; if they wait outside, do not leave alone. If there is danger now, call emergency services; if not, the line for women and violence can guide you.',
      },
      other: {
        title: 'Believe them and say it is not their fault: their safety comes first.',
        advice:
          'Get to safety together, tell security and do not confront whoever threatens. If there is danger now, call emergency services; if not, ask what they need and offer to be with them while they call.',
      },
      line: ({ violence, emergency }) =>
        `If you or someone else fears a partner or ex, ${violence} can guide; if there is danger, call ${emergency}.`,
    },
  },
  needHelp: 'I need help now',
  others: {
    security: {
      heading: 'Security or emergency staff of your site',
      meaning: 'Tell them now: they are nearest.',
    },
    person: {
      heading: 'A person of the team',
      meaning: 'Somebody of the humanization team whom you can write to.',
      go: 'Talk to a person',
    },
    protected: {
      heading: 'In confidence',
      meaning:
        'Your boss is not told: it goes only to those who receive protected cases. Before it is sent you see who they are, and nothing is sent until you confirm it.',
      go: 'Report in confidence',
    },
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
