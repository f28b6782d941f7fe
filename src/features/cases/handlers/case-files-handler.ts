/** The links to the files of a case, and the reporter's consent that others open one as it was sent. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { closedIn, type Evidence, fileName, formFor, tells } from '../../../platform/cleaning/evidence.js';
import { linkOf } from '../../../platform/delivery/tickets.js';
import { AppError } from '../../../platform/errors.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { append, type Reply, readInput, say, type Turn, type VerbRoute } from '../../../turn.js';
import { caseFilesTemplate } from '../cards/templates.js';
import type { Case } from '../domain/case.js';
import { may } from '../domain/permissions.js';
import type { CaseService } from '../service/commands/case-service.js';
import type { EvidenceLinks } from '../service/files/evidence-links.js';
import { joinCase } from '../service/files/joining.js';

export interface CaseFilesParts extends Pick<FeatureContext, 'tickets' | 'renderer' | 'publicUrl'> {
  links: EvidenceLinks;
  service: CaseService;
}

const target = z.object({ id: z.uuid() });
const fileTarget = target.extend({ file: z.uuid() });

export class CaseFilesHandler {
  constructor(private readonly parts: CaseFilesParts) {}

  routes(): VerbRoute[] {
    return [
      { verb: 'case.evidence', scope: 'personal', handle: (turn) => this.#list(turn) },
      { verb: 'evidence.open', scope: 'personal', handle: (turn) => this.#open(turn) },
    ];
  }

  async #list(turn: Turn): Promise<Reply> {
    const { service, links, tickets, renderer, publicUrl } = this.parts;
    const { id } = readInput(target, turn);
    const viewer = await turn.person();
    const loaded = await service.view(id, viewer);
    if (!loaded) throw new AppError('not-found');
    const { subject } = loaded;
    const { evidence, number, reporterId } = subject;
    const text = textIn(turn.language).cases.evidence;
    const mayOpen = may(subject, viewer, 'attach') ? closedIn(subject) : [];
    const files = await Promise.all(
      evidence.map(async (file, at) => {
        const ticket = await tickets.issue({ personId: turn.actor.id, what: links.whatOf(id, file) });
        return {
          id: file.id,
          title: text.file(at + 1),
          name: fileName(evidence, file),
          url: linkOf(ticket, publicUrl()).href,
          form: reporterId === viewer.id ? formWords(subject, file, text, mayOpen.includes(file)) : '',
          isClosed: mayOpen.includes(file),
        };
      }),
    );
    return append(
      renderer.render(caseFilesTemplate, { id, title: text.title(number), files }, turn.language),
    );
  }

  /** From then on others get it as it was sent. */
  async #open(turn: Turn): Promise<Reply> {
    const { service } = this.parts;
    const { id, file: fileId } = readInput(fileTarget, turn);
    const person = await turn.person();
    const subject = (await service.view(id, person))?.subject;
    const file = subject?.evidence.find((each) => each.id === fileId);
    if (!subject || !file) throw new AppError('not-found');
    const agreed = { ...file, cleans: false };
    const opened = { evidence: agreed, isAgreed: true, commandId: turn.activityId };
    const { kind } = await joinCase(service, id, person, opened);
    const text = textIn(turn.language).cases.evidence;
    if (kind === 'kept') return say(text.opened(fileName(subject.evidence, file)));
    throw new AppError(kind === 'busy' ? 'storage-conflict' : 'not-allowed');
  }
}

type Words = ReturnType<typeof textIn>['cases']['evidence'];

/** What the reporter reads of a file; empty where others get what was sent anyway. */
function formWords(
  { report }: Case,
  file: Evidence,
  { form, tells: words }: Words,
  mayOpen: boolean,
): string {
  if (!report.confidential) return '';
  const kind = formFor(file);
  if (kind !== 'nothing') return form[kind];
  const closed = form.nothing(words[tells(file)]);
  return mayOpen ? `${closed} ${form.mayBeOpened}` : closed;
}
