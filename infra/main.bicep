// Everything that the bot needs, in one resource group: identity, storage, vault, registry, logs, app, bot.
// docs/deploy.md has the order; the app comes with the second deployment, once its image is in the registry.

targetScope = 'resourceGroup'

@description('Region of all regional resources. Data of people leaves Colombia with it: docs/deploy.md, "The region".')
param location string = resourceGroup().location

@description('Instances in several zones of the region. It can be chosen only at the first deployment.')
param zoneRedundant bool = true

@description('Days for which a nightly copy of the tables is kept (BACKUP_DAYS). With softDeleteDays 35 at most.')
@minValue(1)
@maxValue(28)
param backupDays int = 28

@description('Days for which a deleted file or copy can be brought back.')
@minValue(1)
@maxValue(7)
param softDeleteDays int = 7

@description('Prefix of all names; letters and digits, a letter first.')
@minLength(3)
@maxLength(11)
param name string = 'humaniza'

@description('Image of the bot in the registry: `humanizacion-bot:1.0.0`. Empty: everything but the app.')
param image string = ''

@description('Where the policy also asks to report failures; shown on receipts when set.')
param intranetUrl string = ''
param landingUrl string = ''

@description('The privacy notice of the organisation; the authorisation links to it when set.')
param privacyUrl string = ''

@description('Names, areas and superiors from Microsoft Graph; see docs/deploy.md for the permission.')
param graphDirectory bool = false

@description('Absences from Microsoft Graph; needs graphDirectory.')
param graphOutOfOffice bool = false

@description('Id of the app in the Teams catalogue of the organisation; with it the bot can install itself.')
param teamsCatalogAppId string = ''

@description('A mailbox of the organisation, from which grave cases that nobody opens are told; see docs/deploy.md for the permission. Empty: none.')
param mailFallback string = ''

@description('Tells other systems what happens to cases; the secret webhooks has to be in the vault: docs/webhooks.md.')
param webhooks bool = false

@description('The personal tab: client id of its own app registration. Empty: no tab. See docs/deploy.md.')
param tabAppId string = ''

@description('Registers who joins the meeting of a training; needs a permission and a subscription, see docs/deploy.md.')
param meetingAttendance bool = false

@description('How much each part of the humanización indicator weighs, as accepted-in-time=40,satisfied=60; see docs/indicators.md. Empty: no indicator.')
param indicatorWeights string = ''

@description('A host of your own for the bot, as bot.example.org; the tab needs one. Empty: the host of the environment.')
param customDomain string = ''

@description('Id of the certificate of customDomain in the environment. Empty: the host is added without it, to be proved.')
param customDomainCertificate string = ''

@description('Tables in Cosmos DB instead of the storage account: for latency guarantees or several regions.')
param useCosmosTables bool = false

@description('Connection string of Application Insights, for measurements. It lets one write them and read none. Empty: none.')
param insightsConnection string = ''

@description('Other settings of the bot, by their names in .env.example, which says what each means. Those left out keep their default.')
param settings botSettings = {}

@description('Another word has the bot use another, new account of storage (and of Cosmos DB), for a restore: docs/operations.md.')
@maxLength(10)
param storageGeneration string = ''

@description('E-mail address for alerts (docs/operations.md). Empty: no alerts.')
param alertEmail string = ''

// A misspelt name is refused when this file is compiled.
@sealed()
type botSettings = {
  LOG_LEVEL: ('error' | 'warn' | 'info' | 'debug' | 'trace')?
  DARUMA_URL: string?
  DEADLINES: string?
  CONFIRM_LEVEL_HOURS: string?
  HEALTH_DEADLINES: string?
  FILE_HOSTS: string?
  ORGANISATION: string?
  COLOURS: string?
  RETENTION: string?
  HELP_EMERGENCY: string?
  HELP_EMOTIONAL: string?
  HELP_VIOLENCE: string?
  HELP_CHILD: string?
  HELP_PROSECUTOR: string?
  CONTACTS: string?
  PROTECTED_ROUTE: ('on' | 'off')?
  @description('With it, the secret openai-key has to be in the vault: docs/deploy.md, step 4.')
  AZURE_OPENAI_ENDPOINT: string?
  AZURE_OPENAI_DEPLOYMENT: string?
  BOT_SDK: ('botbuilder' | 'agents')?
  SERVICE_URL_HOSTS: string?
  TEAMS_SERVICE_URL: string?
  BOT_OPENID_METADATA_URL: string?
  GRAPH_ENDPOINT: string?
  TAB_KEYS_URL: string?
}

// Some names have to be unique across all of Azure.
var unique = '${toLower(name)}${uniqueString(resourceGroup().id)}'
var storageName = empty(storageGeneration) ? unique : '${toLower(name)}${uniqueString(resourceGroup().id, storageGeneration)}'
// Container Apps takes lower case only.
var appName = '${toLower(name)}-bot'

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    location: location
    name: '${name}-bot'
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    name: take(storageName, 24)
    principalId: identity.outputs.principalId
    backupDays: backupDays
    softDeleteDays: softDeleteDays
  }
}

module cosmos 'modules/cosmos.bicep' = if (useCosmosTables) {
  name: 'cosmos'
  params: {
    location: location
    name: take('${storageName}-tables', 44)
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    name: take(unique, 24)
    principalId: identity.outputs.principalId
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    location: location
    name: take(unique, 50)
    principalId: identity.outputs.principalId
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    location: location
    name: name
  }
}

module environment 'modules/environment.bicep' = {
  name: 'environment'
  params: {
    location: location
    name: toLower(name)
    workspaceId: logs.outputs.workspaceId
    zoneRedundant: zoneRedundant
  }
}

// The host of an app is known before the app exists: its name under the domain of the environment.
var publicHost = '${appName}.${environment.outputs.domain}'
// The own host answers once it has its certificate.
var host = empty(customDomain) || empty(customDomainCertificate) ? publicHost : customDomain

module app 'modules/app.bicep' = if (!empty(image)) {
  name: 'app'
  params: {
    location: location
    name: appName
    environmentId: environment.outputs.id
    identityId: identity.outputs.id
    registryServer: registry.outputs.server
    image: image
    fieldKeysUrl: vault.outputs.fieldKeysUrl
    integrityKeysUrl: vault.outputs.integrityKeysUrl
    webhooksUrl: webhooks ? vault.outputs.webhooksUrl : ''
    modelKeyUrl: empty(settings.?AZURE_OPENAI_ENDPOINT ?? '') ? '' : vault.outputs.modelKeyUrl
    storageAccount: storage.outputs.name
    customDomain: customDomain
    certificateId: customDomainCertificate
    settings: concat(
      [
        { name: 'NODE_ENV', value: 'production' }
        { name: 'PORT', value: '8080' }
        { name: 'PUBLIC_URL', value: 'https://${host}/' }
        { name: 'MICROSOFT_APP_ID', value: identity.outputs.clientId }
        { name: 'MICROSOFT_APP_TENANT_ID', value: tenant().tenantId }
        { name: 'MICROSOFT_APP_TYPE', value: 'UserAssignedMSI' }
        { name: 'TABLES_ENDPOINT', value: useCosmosTables ? cosmos!.outputs.tablesEndpoint : storage.outputs.tablesEndpoint }
        { name: 'QUEUES_ENDPOINT', value: storage.outputs.queuesEndpoint }
        { name: 'BLOBS_ENDPOINT', value: storage.outputs.blobsEndpoint }
        { name: 'TRUSTED_PROXIES', value: '1' }
        { name: 'BACKUP_DAYS', value: string(backupDays) }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnection }
        { name: 'INTRANET_URL', value: intranetUrl }
        { name: 'LANDING_URL', value: landingUrl }
        { name: 'PRIVACY_URL', value: privacyUrl }
        { name: 'GRAPH_DIRECTORY', value: graphDirectory ? 'on' : 'off' }
        { name: 'GRAPH_OUT_OF_OFFICE', value: graphOutOfOffice ? 'on' : 'off' }
        { name: 'TEAMS_CATALOG_APP_ID', value: teamsCatalogAppId }
        { name: 'MAIL_FALLBACK', value: mailFallback }
        { name: 'INDICATOR_WEIGHTS', value: indicatorWeights }
        { name: 'MEETING_ATTENDANCE', value: meetingAttendance ? 'on' : 'off' }
        { name: 'TAB_APP_ID', value: tabAppId }
        { name: 'TAB_APP_URI', value: empty(tabAppId) ? '' : 'api://${host}/${tabAppId}' }
      ],
      // Of an optional property, the compiler takes the value for one that may be null.
      map(items(settings), setting => { name: setting.key, value: any(setting.value) })
    )
  }
}

module registration 'modules/bot.bicep' = {
  name: 'registration'
  params: {
    name: '${unique}-bot'
    displayName: 'Humanización'
    endpoint: 'https://${host}/api/messages'
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    insightsName: logs.outputs.insightsName
  }
}

module watch 'modules/watch.bicep' = if (!empty(image)) {
  name: 'watch'
  params: {
    location: location
    name: name
    insightsName: logs.outputs.insightsName
    workspaceId: logs.outputs.workspaceId
    url: 'https://${host}/readyz'
    email: alertEmail
  }
}

output appId string = identity.outputs.clientId
output principalId string = identity.outputs.principalId
output publicUrl string = 'https://${host}'
output registryServer string = registry.outputs.server
output tablesEndpoint string = useCosmosTables ? cosmos!.outputs.tablesEndpoint : storage.outputs.tablesEndpoint
output storageAccount string = storage.outputs.name
output keyVault string = vault.outputs.name
