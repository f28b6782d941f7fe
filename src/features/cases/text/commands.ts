import { textIn } from '../../../platform/text/catalogue.js';
import type { Command } from '../../../platform/understanding/commands.js';

export const caseCommands: readonly Command[] = [
  {
    purpose: 'cases.mine',
    phrases: ['mis casos', 'my cases'],
    help: [{ for: 'everybody', order: 20, line: (language) => textIn(language).cases.help.mine }],
  },
  {
    purpose: 'inbox',
    phrases: ['bandeja', 'inbox'],
    help: [
      { for: 'leader', order: 10, line: (language) => textIn(language).cases.help.inbox },
      { for: 'humanization', order: 10, line: (language) => textIn(language).cases.help.teamInbox },
    ],
  },
  {
    purpose: 'team',
    phrases: ['equipo', 'team'],
    help: [{ for: 'leader', order: 30, line: (language) => textIn(language).cases.help.team }],
  },
  {
    purpose: 'cases.all',
    phrases: ['casos', 'todos los casos', 'cases', 'all cases'],
    help: [{ for: 'humanization', order: 20, line: (language) => textIn(language).cases.help.all }],
  },
  {
    purpose: 'export',
    phrases: ['exportar', 'export'],
    help: [{ for: 'humanization', order: 30, line: (language) => textIn(language).cases.help.export }],
  },
  {
    purpose: 'accesses',
    phrases: ['accesos', 'ver accesos', 'accesos caso', 'accesos al caso', 'accesos del caso', 'accesses'],
    help: [{ for: 'admin', order: 20, line: (language) => textIn(language).cases.help.accesses }],
  },
];
