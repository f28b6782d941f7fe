export const answers = {
  lead: 'This is what the policy says about',
  source: (policy: string) => `Official text of the ${policy}, in Spanish as it was issued.`,
};
