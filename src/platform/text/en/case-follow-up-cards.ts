/** The texts of the templates of what follows a case. */
export const caseFollowUpCards = {
  'voice-form': {
    satisfied: 'Are you satisfied?',
    satisfiedRequired: 'Choose an answer.',
    retaliation: 'Reporting has brought me trouble',
    comment: 'Do you want to say more? (optional)',
    send: 'Send',
  },
  commitments: {
    page: 'See on my page',
    more: 'See more',
    done: 'Done',
    extend: 'More time',
    refresh: 'Refresh',
  },
};
