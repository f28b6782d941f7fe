/**
 * An optional deployment of Azure OpenAI. Its output is unchecked text: the caller validates it and uses the
 * local result in case of doubt.
 */
import type { AzureOpenAI } from 'openai';

export interface ModelSettings {
  endpoint: string;
  deployment: string;
  apiKey: string;
}

/** Sends fixed instructions; `data` goes along as JSON, never as instructions. */
export type AskModel = (instructions: string, data: object, signal: AbortSignal) => Promise<string>;

const API_VERSION = '2024-10-21';
/** People wait for the answer, and the local one is ready at once. */
const TIMEOUT_MS = 3_000;

/** Makes one request without retries: the local result is the fallback. */
export function azureOpenAi({ endpoint, deployment, apiKey }: ModelSettings): AskModel {
  let client: AzureOpenAI | undefined;
  return async (instructions, data, signal) => {
    const library = await import('openai');
    client ??= new library.AzureOpenAI({
      endpoint,
      deployment,
      apiKey,
      apiVersion: API_VERSION,
      maxRetries: 0,
    });
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
 * Asks for at most 3 s. The time-out does not rely on the client: one that ignores the signal must not make
 * people wait.
 * @throws the error of the model's client, or the reason of the time-out.
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
