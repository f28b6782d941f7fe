/** What Teams shows behind the shield of a message. It belongs to the message, and the renderer knows it of the card. */
export interface Sensitivity {
  name: string;
  description: string;
}

/** Beside the properties of the card, which go to Teams as they are. */
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

/** The message with its sensitivity as a property of its own, before it is written down. */
export const withSensitivity = <Message extends Sent>(message: Message): Message => ({
  ...message,
  sensitivity: sensitivityOf(message),
});
