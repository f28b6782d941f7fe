/** No instance ends by itself, or with an error when it is told to stop. */
import { entriesOf } from '../history.js';
import { type Check, wrong } from './violation.js';

export const checkLives: Check = (history) =>
  entriesOf(history, 'crashed').map(({ instance }) =>
    wrong(`instance ${instance} ended by itself, or with an error`),
  );
