// The tables in the Table API of Cosmos DB: without keys, serverless (paid by request).
param location string
param name string
param principalId string

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-12-01-preview' = {
  name: name
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    disableLocalAuth: true
    minimalTlsVersion: 'Tls12'
    capabilities: [
      { name: 'EnableTable' }
      { name: 'EnableServerless' }
    ]
    consistencyPolicy: { defaultConsistencyLevel: 'Session' }
    locations: [{ locationName: location, failoverPriority: 0 }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }
}

// Cosmos DB Built-in Data Contributor, for the Table API.
resource access 'Microsoft.DocumentDB/databaseAccounts/tableRoleAssignments@2024-12-01-preview' = {
  parent: account
  name: guid(account.id, principalId)
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/tableRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: account.id
  }
}

output tablesEndpoint string = 'https://${account.name}.table.cosmos.azure.com:443/'
