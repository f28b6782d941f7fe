export const caseFiles = {
  title: (number: string) => `Files of case ${number}`,
  file: (number: number) => `File ${number}`,
  nowhere:
    'I received a file, but you have no open report and no recent case to add it to, so I did not keep it. Write “report” and send it again.',
  checking: 'I am checking your files; I will tell you in a moment.',
  withDraft: 'I kept the file with the report that you are writing. It is sent when you confirm it.',
  withCase: (number: string) => `I added the file to case ${number}.`,
  closed:
    'The report or case that the file was for is no longer open, so I did not keep it. To tell it again, write “report” and send it once more.',
  busy: 'The case was changing and I could not add the file, so I did not keep it. Send it again.',
  laterVersion:
    'The case has news from a later version of the bot and can only be read for now, so I did not keep the file. Send it again later.',
  tooMany: 'A case takes 5 files at most: I did not keep the rest.',
  unnamed: 'A file',
  tells: {
    photo:
      'may tell where, when and with what device it was made, and I cannot clean it. A screenshot of that picture I can.',
    pdf: 'may tell who made it, and I could not clean it: I can clean a PDF of up to 30 pages without a password. Send it in parts or as pictures.',
    document:
      'may tell who made it, who changed it and in which folders it was, and I cannot clean it. If you save it as a PDF or take a picture of it, I can.',
    sound:
      'lets people hear your voice, and may tell when and with what it was recorded; I cannot clean it. If you can, tell it in writing, in a PDF or a picture.',
    film: 'shows faces and voices, and may tell where and with what it was recorded; I cannot clean it. A screenshot I can.',
  },
  unclean: (count: number) =>
    count === 1
      ? {
          title: 'That file might say who you are',
          body: 'I did not keep it, because your report is confidential and others would get it as it is:',
          how: 'To attach it all the same, tap the button and send that same file again.',
        }
      : {
          title: 'Those files might say who you are',
          body: 'I did not keep them, because your report is confidential and others would get them as they are:',
          how: 'To attach them all the same, tap the button and send those same files again.',
        },
  allowed: (count: number) => ({
    title: count === 1 ? 'Done: now send it again' : 'Done: now send them again',
    body:
      count === 1
        ? 'For the next half hour you can attach that file, unchanged, and others get it as it is. I ask again about any other.'
        : 'For the next half hour you can attach those files, unchanged, and others get them as they are. I ask again about any other.',
  }),
  askedBefore: {
    title: 'Send the file again',
    body: 'I tell you what it might say about you, and you decide whether it goes.',
  },
  declined: {
    title: 'Done, I did not attach it',
    body: 'I kept nothing of that file. You can go on with your report.',
  },
  goesAsItIs: (count: number) =>
    count === 1 ? 'One file goes as you sent it:' : `${count} files go as you sent them:`,
  form: {
    copy: 'Others get a clean copy.',
    'as-sent': 'Others get it as you sent it.',
    nothing: (tells: string) => `Others cannot open it: ${tells}`,
    mayBeOpened: 'You can send it that way, or let them open it as it is.',
  },
  opened: (name: string) => `Done: those who handle the case can now open ${name} as you sent it.`,
  unopened: {
    title: (number: string) => `I could not hand out a file of your case ${number}`,
    'not-cleaned': (name: string, tells: string) =>
      `The person who handles the case wanted to open ${name}, and I did not hand it out, because you asked for confidentiality. That file ${tells} “See files” says what you can do.`,
    unreadable: (name: string) =>
      `The person who handles the case wanted to open ${name}, but it has a password or is damaged. Save it as a PDF without a password and send it again, or send a picture.`,
  },
  problem: {
    'too-large': (name: string) => `“${name}” is larger than 10 MB and was not kept. Send a smaller one.`,
    'not-allowed': (name: string) =>
      `“${name}” is no picture, PDF, sound, film, Word or Excel file that I can keep.`,
    unreadable: (name: string) =>
      `“${name}” has a password or is damaged, and I did not keep it. Save it as a PDF without a password and send it again, or send a picture.`,
  },
};
