import type { TableServiceClientOptions } from '@azure/data-tables';

type AdditionalPolicy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number];

/**
 * The SDK of tables retries a connection that was reset, and not one that the service closed while it was written to
 * (EPIPE), as those of blobs and queues do. Both leave open whether a write has happened, so both are one to the caller.
 */
export const brokenPipeAsReset: AdditionalPolicy = {
  // Inside the policy that retries.
  position: 'perRetry',
  policy: {
    name: 'brokenPipeAsReset',
    async sendRequest(request, next) {
      try {
        return await next(request);
      } catch (error) {
        const failed = error as { code?: unknown };
        if (failed.code === 'EPIPE') failed.code = 'ECONNRESET';
        throw error;
      }
    },
  },
};
