// Asks every five minutes if the bot is ready, and the logs how it is; sends an e-mail to the people of the action group.
param location string
param name string
param insightsName string
param workspaceId string
param url string
param email string

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource test 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-ready'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insights.id}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${name}-ready'
    Name: 'ready'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [{ Id: 'us-va-ash-azr' }, { Id: 'us-tx-sn1-azr' }, { Id: 'latam-br-gru-edge' }]
    Request: { RequestUrl: url, HttpVerb: 'GET' }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 14 }
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: '${name}-people'
  location: 'global'
  properties: {
    enabled: true
    groupShortName: take(name, 12)
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alert 'Microsoft.Insights/metricAlerts@2018-03-01' = if (!empty(email)) {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    severity: 1
    enabled: true
    scopes: [test.id, insights.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: test.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

// Each is a question to the logs; docs/operations.md has a part for each name. The table does not exist before the first line.
var alarms = [
  {
    name: 'audit'
    about: 'The audit of deliveries found what was lost, or does not run.'
    query: 'ContainerAppConsoleLogs | where Log has "nothing is lost"'
    operator: 'LessThan'
    threshold: 1
    every: 'PT15M'
    window: 'PT1H'
    severity: 1
  }
  {
    name: 'errors'
    about: 'More errors than a passing outage makes.'
    // pino: 50 is an error, 60 is fatal.
    query: 'ContainerAppConsoleLogs | where Log has_any ("\"level\":50", "\"level\":60")'
    operator: 'GreaterThan'
    threshold: 20
    every: 'PT15M'
    window: 'PT15M'
    severity: 2
  }
  {
    name: 'set-aside'
    about: 'Work failed ten times and was set aside (the poison queue).'
    query: 'ContainerAppConsoleLogs | where Log has "work set aside"'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT5M'
    window: 'PT15M'
    severity: 1
  }
  {
    name: 'deadlines'
    about: 'A deadline of a case passed without its reminder, and had to be made up for.'
    query: 'ContainerAppConsoleLogs | where Log has "a deadline was lost" or Log has "a lost deadline is still not made up for"'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT15M'
    window: 'PT30M'
    severity: 1
  }
  {
    name: 'no-copy'
    about: 'A night passed without a copy of the tables.'
    query: 'ContainerAppConsoleLogs | where Log has "a copy of the tables was lost"'
    operator: 'GreaterThan'
    threshold: 0
    every: 'PT1H'
    window: 'PT3H'
    severity: 1
  }
]

resource questions 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = [
  for alarm in alarms: if (!empty(email)) {
    name: '${name}-${alarm.name}'
    location: location
    properties: {
      description: '${alarm.about} docs/operations.md, "${alarm.name}".'
      severity: alarm.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: alarm.every
      windowSize: alarm.window
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alarm.query
            timeAggregation: 'Count'
            operator: alarm.operator
            threshold: alarm.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
