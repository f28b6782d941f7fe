// The vault of the keys that encrypt people's words and sign cases. The bot may read them. The operator puts them there
// by hand (docs/deploy.md), so that they are in no template and in no deployment history.
param location string
param name string
param principalId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep'
  scope: vault
  properties: { level: 'CanNotDelete', notes: 'Without these keys, what people told cannot be read.' }
}

// Key Vault Secrets User.
var role = '4633458b-17de-408a-b874-0445c86b69e6'

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, role)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}

output name string = vault.name
output fieldKeysUrl string = '${vault.properties.vaultUri}secrets/field-keys'
output integrityKeysUrl string = '${vault.properties.vaultUri}secrets/integrity-keys'
output webhooksUrl string = '${vault.properties.vaultUri}secrets/webhooks'
output modelKeyUrl string = '${vault.properties.vaultUri}secrets/openai-key'
