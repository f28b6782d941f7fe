import type { TokenCredential } from '@azure/identity';
import { QueueClient } from '@azure/storage-queue';
import { isFailure, StorageError } from './errors.js';

const FOREVER = -1;
const OWN_DEADLINE_MS = 3_000;

/** A taken message: hidden from other instances until its visibility time-out passes. */
export interface TakenMessage {
  id: string;
  receipt: string;
  body: string;
  /** How often it has been taken, including this time. */
  attempts: number;
}

/** A queue of Azure Storage. Every method throws StorageError `unavailable` or `refused`. */
export interface Queue {
  /** Puts a message that stays hidden for `hiddenSeconds` and never expires. */
  put(body: string, hiddenSeconds: number): Promise<TakenMessage>;
  /** Takes up to `count` messages and hides them for `hiddenSeconds`. */
  take(count: number, hiddenSeconds: number): Promise<TakenMessage[]>;
  /**
   * Hides a taken message for longer, and replaces its body where one is given.
   * @returns it with its new receipt; undefined when another instance has it, or it is gone.
   */
  renew(message: TakenMessage, hiddenSeconds: number, body?: string): Promise<TakenMessage | undefined>;
  /** Deletes a taken message, unless another instance has taken it since. */
  remove(message: TakenMessage): Promise<void>;
  /** Returns about how many messages there are, hidden ones included. */
  depth(): Promise<number>;
}

export type QueueAccess = { endpoint: string; credential: TokenCredential } | { connectionString: string };

/** `Queue` over Azure Queue Storage or Azurite. */
export class AzureQueue implements Queue {
  readonly #client: QueueClient;

  constructor(access: QueueAccess, name: string) {
    const options = { retryOptions: { maxTries: 3, retryDelayInMs: 150, maxRetryDelayInMs: 600 } };
    this.#client =
      'connectionString' in access
        ? new QueueClient(access.connectionString, name, options)
        : new QueueClient(`${access.endpoint.replace(/\/$/, '')}/${name}`, access.credential, options);
  }

  async prepare(): Promise<void> {
    await this.#client.createIfNotExists();
  }

  async put(body: string, hiddenSeconds: number): Promise<TakenMessage> {
    const sent = await guard(() =>
      this.#client.sendMessage(body, {
        visibilityTimeout: hiddenSeconds,
        messageTimeToLive: FOREVER,
        ...signal(),
      }),
    );
    return { id: sent.messageId, receipt: sent.popReceipt, body, attempts: 0 };
  }

  async take(count: number, hiddenSeconds: number): Promise<TakenMessage[]> {
    const taken = await guard(() =>
      this.#client.receiveMessages({
        numberOfMessages: count,
        visibilityTimeout: hiddenSeconds,
        ...signal(),
      }),
    );
    return taken.receivedMessageItems.map((item) => ({
      id: item.messageId,
      receipt: item.popReceipt,
      body: item.messageText,
      attempts: item.dequeueCount,
    }));
  }

  async renew(
    message: TakenMessage,
    hiddenSeconds: number,
    body?: string,
  ): Promise<TakenMessage | undefined> {
    const { id, receipt } = message;
    try {
      const { popReceipt = receipt } = await guard(() =>
        this.#client.updateMessage(id, receipt, body, hiddenSeconds, signal()),
      );
      return { ...message, receipt: popReceipt, body: body ?? message.body };
    } catch (error) {
      if (isFailure(error, 'refused')) return undefined;
      throw error;
    }
  }

  async remove(message: TakenMessage): Promise<void> {
    try {
      await guard(() => this.#client.deleteMessage(message.id, message.receipt, signal()));
    } catch (error) {
      // 400 or 404: the message is gone, or another instance has taken it; there is nothing left to delete.
      if (!isFailure(error, 'refused')) throw error;
    }
  }

  /** Deletes all messages, including scheduled ones: for drills. */
  async clear(): Promise<void> {
    await guard(() => this.#client.clearMessages(signal()));
  }

  async depth(): Promise<number> {
    const { approximateMessagesCount = 0 } = await guard(() => this.#client.getProperties(signal()));
    return approximateMessagesCount;
  }
}

const signal = () => ({ abortSignal: AbortSignal.timeout(OWN_DEADLINE_MS) });

async function guard<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const { statusCode } = (error ?? {}) as { statusCode?: number };
    const passing = statusCode === undefined || statusCode === 408 || statusCode === 429 || statusCode >= 500;
    throw new StorageError(passing ? 'unavailable' : 'refused', { cause: error });
  }
}
