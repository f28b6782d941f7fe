/** Installs the bot for a person who needs to be written to and does not have it yet. */
import { z } from 'zod';
import { type GraphClient, GraphError } from './client.js';

const installations = z
  .object({ value: z.array(z.object({ id: z.string().min(1) })), '@odata.nextLink': z.string().optional() })
  .transform(({ value, '@odata.nextLink': next }) => ({ value, next }));
const chat = z.object({ id: z.string().min(1) });

export class Installer {
  readonly #graph: GraphClient;

  /**
   * @param catalogAppId the app's id in the organisation's catalogue, which differs from the id in its
   * manifest.
   */
  constructor(
    graph: GraphClient,
    private readonly catalogAppId: string,
  ) {
    this.#graph = graph.apart();
  }

  /**
   * Installs the bot for a person and returns the id of their chat with it.
   * @throws GraphError; `missing` when the person does not exist or the app is not in the catalogue.
   */
  async install(personId: string): Promise<string> {
    const installed = `users/${encodeURIComponent(personId)}/teamwork/installedApps`;
    try {
      await this.#graph.post(installed, {
        'teamsApp@odata.bind': this.#graph.address(`appCatalogs/teamsApps/${this.catalogAppId}`),
      });
    } catch (error) {
      // Already installed, by another instance or by the person.
      if (!(error instanceof GraphError) || error.failure !== 'exists') throw error;
    }
    const filter = encodeURIComponent(`teamsApp/id eq '${this.catalogAppId}'`);
    const path = `${installed}?$expand=teamsApp&$filter=${filter}`;
    for await (const { id } of this.#graph.list(path, installations)) {
      return (await this.#graph.get(`${installed}/${encodeURIComponent(id)}/chat`, chat)).id;
    }
    throw new GraphError('missing');
  }
}
