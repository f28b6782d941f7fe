/** How a form is shown and left: in its dialog or, where a client has none, as a message of its own. */
import { z } from 'zod';
import type { Card } from '../../../platform/cards/renderer.js';
import { append, type Reply, show, type Turn } from '../../../turn.js';

const standalone = z.object({ standalone: z.literal('true') });

/** Returns true when the inputs come from a form and not from a card. */
export const isFromForm = ({ inDialog, input }: Turn): boolean =>
  inDialog || standalone.safeParse(input).success;

/** Opens a form beside the card, which keeps what is typed there, or shows the form again in its place. */
export const showForm = (turn: Turn, form: Card, title: string): Reply =>
  isFromForm(turn) ? show(form, title) : append(form, title);

/** Closes the form and says what came of it. */
export const leaveForm = ({ inDialog }: Turn, card: Card): Reply => (inDialog ? append(card) : show(card));
