// The bot: at least two instances, so that one may fail; more when many people write or much work waits.
param location string
param name string
param environmentId string
param identityId string
param registryServer string
param image string

@description('Environment variables of the process; those with an empty value are left out.')
param settings { name: string, value: string }[]

@description('URL of the field keys in the vault. The identity reads them; a change restarts the app.')
param fieldKeysUrl string

@description('URL of the keys in the vault that sign the history of cases. A change restarts the app.')
param integrityKeysUrl string

@description('URL of the key of the hosted model in the vault; empty for none.')
param modelKeyUrl string

@description('URL of the targets of webhooks in the vault, with their secrets; empty for none.')
param webhooksUrl string

@description('The account whose queue `work` tells how many instances are needed.')
param storageAccount string

@description('A host of the organisation; empty for none.')
param customDomain string

@description('Id of its certificate in the environment; empty until there is one.')
param certificateId string

var hasModel = !empty(modelKeyUrl)
var hasWebhooks = !empty(webhooksUrl)
var unproved = { name: customDomain, bindingType: 'Disabled' }
var proved = { name: customDomain, bindingType: 'SniEnabled', certificateId: certificateId }

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environmentId
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        allowInsecure: false
        customDomains: empty(customDomain) ? [] : [empty(certificateId) ? unproved : proved]
      }
      registries: [{ server: registryServer, identity: identityId }]
      secrets: concat(
        [
          { name: 'field-keys', keyVaultUrl: fieldKeysUrl, identity: identityId }
          { name: 'integrity-keys', keyVaultUrl: integrityKeysUrl, identity: identityId }
        ],
        hasModel ? [{ name: 'openai-key', keyVaultUrl: modelKeyUrl, identity: identityId }] : [],
        hasWebhooks ? [{ name: 'webhooks', keyVaultUrl: webhooksUrl, identity: identityId }] : []
      )
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: '${registryServer}/${image}'
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat(
            filter(settings, setting => !empty(setting.value)),
            [
              { name: 'FIELD_KEYS', secretRef: 'field-keys' }
              { name: 'INTEGRITY_KEYS', secretRef: 'integrity-keys' }
            ],
            hasModel ? [{ name: 'AZURE_OPENAI_API_KEY', secretRef: 'openai-key' }] : [],
            hasWebhooks ? [{ name: 'WEBHOOKS', secretRef: 'webhooks' }] : []
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: 8080 }
              // A minute to start. The service takes 10 failures at most.
              periodSeconds: 6
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: 8080 }
              periodSeconds: 10
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: 8080 }
              // Two probes within DRAIN_SECONDS.
              periodSeconds: 5
              failureThreshold: 1
              timeoutSeconds: 5
            }
          ]
        }
      ]
      scale: {
        minReplicas: 2
        // The limits of Teams for one conversation divide among five: src/platform/delivery/windows.ts.
        maxReplicas: 5
        rules: [
          { name: 'requests', http: { metadata: { concurrentRequests: '50' } } }
          {
            name: 'work'
            custom: {
              type: 'azure-queue'
              // What waits for its hour is in the queue too, hidden; it needs no instance. From 32 on, all are counted.
              metadata: {
                accountName: storageAccount
                queueName: 'work'
                queueLength: '8'
                queueLengthStrategy: 'visibleonly'
              }
              identity: identityId
            }
          }
        ]
      }
    }
  }
}
