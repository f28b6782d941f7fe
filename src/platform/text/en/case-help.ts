/** What the help says; the quotation marks are around the words to write. */
export const help = {
  report: { words: '“report”', meaning: 'reports a failure; you can also tell at once what happened' },
  mine: { words: '“my cases”', meaning: 'how those go that you reported; the number of one opens it' },
  confidentiality: { words: '“is it anonymous?”', meaning: 'who knows that you reported' },
  commitments: { words: '“my commitments”', meaning: 'what was agreed after a case, and until when' },
  inbox: { words: '“inbox”', meaning: 'the cases that wait for your decision' },
  teamInbox: { words: '“inbox”', meaning: 'your cases to handle; where you have none, those of the team' },
  team: { words: '“team”', meaning: 'the open cases in your line and who handles them' },
  all: { words: '“cases”', meaning: 'all of the month, with filters' },
  export: { words: '“export”', meaning: 'the cases as Excel and CSV' },
  accesses: { words: '“accesses”', meaning: 'who opened or exported cases, without what they tell' },
};
