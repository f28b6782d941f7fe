// Copy to main.bicepparam and fill in; parameters that are left out keep their default.
using 'main.bicep'

param name = 'humaniza'
param image = ''
param zoneRedundant = true
param intranetUrl = ''
param landingUrl = ''
param privacyUrl = ''
param alertEmail = ''
// Other settings, by their names in .env.example. An example, with an invented telephone:
// param settings = {
//   CONTACTS: 'Comité de convivencia=601 555 0100;Línea ética=https://etica.example.org'
// }
