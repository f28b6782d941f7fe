/** What Teams shows behind the shield of a message. It belongs to the message, and the renderer knows it of the card. */
export interface Sensitivity {
  name: string;
  description: string;
}

/** Separate from the card's properties, which go to Teams unchanged. */
const SENSITIVITY = Symbol('sensitivity');

interface Sent {
  card?: object | undefined;
  sensitivity?: Sensitivity;
}

/** Marks a card, unseen by all that copies or compares its properties. */
export const markSensitive = <Card extends object>(card: Card, value: Sensitivity): Card =>
  Object.defineProperty(card, SENSITIVITY, { value });

export const sensitivityOf = ({ card, sensitivity }: Sent): Sensitivity | undefined =>
  sensitivity ?? (card as { [SENSITIVITY]?: Sensitivity } | undefined)?.[SENSITIVITY];

/** Adds the sensitivity as a separate property, before the message is stored. */
export const withSensitivity = <Message extends Sent>(message: Message): Message => ({
  ...message,
  sensitivity: sensitivityOf(message),
});
