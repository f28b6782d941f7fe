/** The authorisation to process data; a changed text needs a new version. */
export const authorisation = {
  report: (organisation: string) =>
    `By going on or sending a file you authorise ${organisation} to process the data of your report in order to handle the case, protect people and improve the service (Ley 1581 de 2012). Telling sensitive data, such as those about health, is optional. You may see, correct or delete your data and withdraw this authorisation: write “my data”.`,
  welcome: (organisation: string) =>
    `By accepting, or by going on with a report, you authorise ${organisation} to process the data of your reports in order to handle them, protect people and improve the service (Ley 1581 de 2012). Telling sensitive data, such as those about health, is optional. Write “my data” to see, correct or withdraw what you authorised.`,
  full: (organisation: string) => [
    `Responsible: ${organisation}, with the humanisation team in charge of your requests.`,
    'What for: to handle the cases that you report, to tell whoever has to decide, to protect the people involved, to meet legal duties and to improve the service with figures without names.',
    'Sensitive data (health, beliefs, sexual orientation, origin and others): you are not obliged to tell them or to authorise their processing. If you write them, they are used for the case only.',
    'Your rights: to see, update and correct your data, to ask for proof of this authorisation, to know how they were used, to ask for them to be deleted, to withdraw the authorisation where there is no legal duty to keep them, and to complain to the Superintendencia de Industria y Comercio. You exercise them here, free of charge.',
  ],
  link: 'Read the privacy notice',
};
