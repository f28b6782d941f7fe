// Copy to main.bicepparam and fill in; parameters that are left out keep their default.
using 'main.bicep'

param name = 'humaniza'
param image = ''
param zoneRedundant = true
param intranetUrl = 'https://intranet.example/'
param landingUrl = 'https://landing.example/'
param privacyUrl = 'https://privacy.example/'
param alertEmail = ''
// Other settings, by their names in .env.example.
param settings = {
  CONTACTS: 'Comité de convivencia=601 555 0100;Línea ética=https://etica.example.org'
}
