/**
 * What the SDK's own samples do: botbuilder's adapter on restify, which says back what it is told. Its invoke reads a
 * partition by one query, as our card of a case does, and answers with a card.
 */
import { TableClient } from '@azure/data-tables';
import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type Request,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';

const {
  MICROSOFT_APP_ID = '',
  MICROSOFT_APP_TENANT_ID = '',
  BOT_OPENID_METADATA_URL = '',
  BENCH_STORAGE,
} = process.env;
const isOpen = process.env.BENCH_TOKENS === 'off';

const credentials = new ConfigurationServiceClientCredentialFactory(
  isOpen
    ? {}
    : {
        MicrosoftAppId: MICROSOFT_APP_ID,
        MicrosoftAppTenantId: MICROSOFT_APP_TENANT_ID,
        MicrosoftAppType: 'UserAssignedMSI',
      },
);
/** The SDK takes all of its addresses or none. */
const addresses = {
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: 'https://api.botframework.com',
  ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
  OAuthUrl: 'https://api.botframework.com',
  ToBotFromChannelOpenIdMetadataUrl: BOT_OPENID_METADATA_URL,
  ToBotFromEmulatorOpenIdMetadataUrl: BOT_OPENID_METADATA_URL,
  CallerId: 'urn:botframework:azure',
};
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(isOpen ? {} : addresses, credentials),
);
const cases =
  BENCH_STORAGE === undefined
    ? undefined
    : TableClient.fromConnectionString(BENCH_STORAGE, 'Cases', { allowInsecureConnection: true });

async function answer(context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === ActivityTypes.Message) await context.sendActivity(`Echo: ${activity.text}`);
  if (activity.type !== ActivityTypes.Invoke) return;
  const { id } = activity.value.action.data as { id: string };
  const rows: unknown[] = [];
  const filter = `PartitionKey eq '${id}'`;
  for await (const row of cases?.listEntities({ queryOptions: { filter } }) ?? []) rows.push(row);
  const card = {
    type: 'AdaptiveCard',
    version: '1.5',
    body: rows.map((row) => ({ type: 'TextBlock', text: JSON.stringify(row).slice(0, 100), wrap: true })),
  };
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
// restify declares that the method may be undefined, botbuilder that it may be missing.
server.post('/api/messages', async (req, res) => adapter.process(req as Request, res, answer));
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
