import { DeliveryError } from '../../delivery/channel.js';
import { type GraphClient, GraphError } from './client.js';

export interface Mail {
  /** Addresses; all see each other. */
  to: readonly string[];
  subject: string;
  text: string;
}

/** Sends mail from one mailbox. Permission: Mail.Send, for that mailbox alone. */
export class Mailer {
  readonly #graph: GraphClient;

  constructor(
    graph: GraphClient,
    private readonly from: string,
  ) {
    this.#graph = graph.apart();
  }

  /** @throws DeliveryError; `refused` when it can never be sent as it is. */
  async send({ to, subject, text }: Mail): Promise<void> {
    try {
      await this.#graph.post(`users/${encodeURIComponent(this.from)}/sendMail`, {
        message: {
          subject,
          body: { contentType: 'Text', content: text },
          toRecipients: to.map((address) => ({ emailAddress: { address } })),
        },
        saveToSentItems: false,
      });
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      // A mailbox or a permission that is missing is somebody's to mend, and the mail waits for it.
      throw new DeliveryError(error.failure === 'refused' ? 'refused' : 'unavailable', undefined, {
        cause: error,
      });
    }
  }
}
