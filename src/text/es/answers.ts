/** The words around an answer; the answer itself is the policy's. */
export const answers = {
  lead: 'Esto dice la política sobre',
  source: (policy: string) => `Texto oficial de la ${policy}.`,
};
