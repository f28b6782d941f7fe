import type { News } from '../es/case-news.js';

export const caseTakenIn = {
  takenIn: {
    banner: 'The humanization team reviewed it. Nobody reported it in this chat, so there is nobody to ask.',
    after: {
      accepted: 'Once it is resolved, close it and write down what was done.',
      rejected: 'The humanization team gets your reason. If they disagree, somebody else reviews it.',
      reclassified: 'It is noted in the case.',
      closed: 'The humanization team can reopen it within the next 15 business days.',
      contested: 'Now somebody else reviews it.',
      reopened: 'I told whoever attends to it.',
    },
    forms: {
      accept: { label: 'Your note', placeholder: 'For example: “I will talk to the team today”.' },
      reject: {
        placeholder: 'The humanization team will read this reason.',
        required: 'The reason is missing: it is what the humanization team will read.',
        meaning: 'The humanization team may disagree; then somebody else reviews it.',
      },
      close: {
        label: 'Summary of what was done',
        required: 'The summary is missing: it stays in the story of the case.',
      },
    },
    rejected: ({ number, by }: Pick<News, 'number' | 'by'>) =>
      `**${by}** did not accept the case ${number}, which you had taken in from another channel. The reason:`,
    rejectedNext: 'If you disagree, somebody else reviews it.',
  },
};
