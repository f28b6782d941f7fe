/**
 * A deployment of Azure OpenAI that may have a say, where one is set. What it returns is text that nobody has
 * checked: whoever asks checks it against what it may say, and goes on with the local result in any doubt.
 */
import { AzureOpenAI } from 'openai';

export interface ModelSettings {
  endpoint: string;
  deployment: string;
  apiKey: string;
}

/** Asks with fixed instructions; `data` is what they are about, sent as JSON and never as instructions. */
export type AskModel = (instructions: string, data: object, signal: AbortSignal) => Promise<string>;

const API_VERSION = '2024-10-21';
/** People wait for the answer; the local one is there at once. */
const TIMEOUT_MS = 3_000;

/** Asked once and without retries: the local result is the fallback. */
export function azureOpenAi({ endpoint, deployment, apiKey }: ModelSettings): AskModel {
  const client = new AzureOpenAI({ endpoint, deployment, apiKey, apiVersion: API_VERSION, maxRetries: 0 });
  return async (instructions, data, signal) => {
    const completion = await client.chat.completions.create(
      {
        model: deployment,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: JSON.stringify(data) },
        ],
      },
      { signal },
    );
    return completion.choices[0]?.message.content ?? '';
  };
}

/**
 * Asks, for at most 3 s. Bounded from outside: a client that ignores the signal must not make people wait.
 * @throws whatever the model's client throws, or the reason of the time-out.
 */
export async function askInTime(ask: AskModel, instructions: string, data: object): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const asked = ask(instructions, data, signal);
  asked.catch(() => undefined);
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([asked, late]);
}
