// The environment of the containers. Logs go through Azure Monitor, so that no workspace key is needed.
param location string
param name string
param workspaceId string

@description('Instances in several zones. It can be chosen only when the environment is made, and the region has to have zones.')
param zoneRedundant bool

// Zone redundancy needs a subnet of its own; the address stays public.
resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = if (zoneRedundant) {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.20.0.0/23'
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
    ]
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    zoneRedundant: zoneRedundant
    vnetConfiguration: zoneRedundant
      ? { internal: false, infrastructureSubnetId: network!.properties.subnets[0].id }
      : null
    workloadProfiles: zoneRedundant ? [{ name: 'Consumption', workloadProfileType: 'Consumption' }] : null
    appLogsConfiguration: { destination: 'azure-monitor' }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

output id string = environment.id
output domain string = environment.properties.defaultDomain
