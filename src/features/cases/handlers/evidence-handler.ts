/** Files that people send about what they report, and how those who may see a case open them. */
import { z } from 'zod';
import type { Renderer } from '../../../platform/cards/renderer.js';
import type { NewId } from '../../../platform/clock.js';
import { linkOf, type Ticket, type Tickets } from '../../../platform/delivery/tickets.js';
import { AppError } from '../../../platform/errors.js';
import type { Authorisation } from '../../../platform/people/authorisation.js';
import type { Person } from '../../../platform/people/person.js';
import type { Blobs } from '../../../platform/storage/blobs.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { makeVisible } from '../../../platform/text/visible.js';
import { type InboundFile, type Reply, say, type Turn, type VerbRoute } from '../../../turn.js';
import type { Evidence } from '../domain/case.js';
import type { CaseService } from '../service/case-service.js';
import { folderOf, MAX_FILE_BYTES, typeOf } from '../service/evidence-files.js';
import { joinCase, withEvidence } from '../service/joining.js';
import type { Drafts } from '../store/drafts.js';

export interface EvidenceParts {
  drafts: Drafts;
  authorisation: Authorisation;
  service: CaseService;
  blobs: Blobs;
  tickets: Tickets;
  renderer: Renderer;
  /** Reads a file that Teams names, up to so many bytes. Throws AppError `too-large`. */
  fetchFile: (file: InboundFile, serviceUrl: string, maxBytes: number) => Promise<Buffer>;
  personOf: (turn: Turn) => Promise<Person>;
  publicUrl: () => string;
  newId: NewId;
}

/** A case takes files from its reporter for so long. */
const YOUNG_MS = 7 * 24 * 3_600_000;
/** A draft that was touched since then is the one that somebody is at. */
const OPEN_DRAFT_MS = 2 * 3_600_000;
const MAX_NAME = 120;

const target = z.object({ id: z.uuid() });
/** What a ticket of ours opens: `evidence:CASE:FILE`. */
const WHAT = /^evidence:([0-9a-f-]{36}):([0-9a-f-]{36})$/;

/** What has become of the files of a message. */
interface Joining {
  keptIds: ReadonlySet<string>;
  /** Where they are now; empty where none was kept. */
  told: string;
  problems: string[];
}

export interface OpenedFile {
  name: string;
  type: string;
  content: Buffer;
}

export class EvidenceConversation {
  constructor(private readonly parts: EvidenceParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'case.evidence', scope: 'personal', handle: (turn) => this.#links(turn) }];
  }

  /** Keeps the files of a message with the report that is being written, or with the case just made of one. */
  async receive(turn: Turn): Promise<Reply> {
    const place = await this.#placeFor(turn);
    if (!place) return say(textIn(turn.language).cases.evidence.nowhere);
    if (place.isDraft) await this.#authorise(turn);
    const { stored, problems } = await this.#storeAll(turn, place.id);
    // Reading the files takes long: the draft may have been changed, sent or taken away since.
    const joined =
      (place.isDraft && (await this.#joinDraft(turn, place.id, stored))) ||
      (await this.#joinCase(turn, place.id, stored));
    await this.#remove(
      place.id,
      stored.filter(({ id }) => !joined.keptIds.has(id)),
    );
    return say([joined.told, ...problems, ...joined.problems].filter(Boolean).join('\n\n'));
  }

  /** The file that a ticket opens, if whoever was given it may still see the case. */
  async open({ personId, what }: Ticket): Promise<OpenedFile | undefined> {
    const [, caseId = '', fileId = ''] = WHAT.exec(what) ?? [];
    if (!caseId) return undefined;
    const subject = await this.parts.service.viewById(caseId, personId);
    const evidence = subject?.evidence.find(({ id }) => id === fileId);
    const content = evidence && (await this.parts.blobs.get(pathOf(caseId, fileId)));
    return evidence && content && { name: evidence.name, type: evidence.type, content };
  }

  async #links(turn: Turn): Promise<Reply> {
    const parsed = target.safeParse(turn.input);
    if (!parsed.success) throw new AppError('invalid-input');
    const { id } = parsed.data;
    const loaded = await this.parts.service.view(id, await this.parts.personOf(turn));
    if (!loaded) throw new AppError('not-found');
    const text = textIn(turn.language).cases.evidence;
    const files = await Promise.all(
      loaded.subject.evidence.map(async (evidence, at) => {
        const what = `evidence:${id}:${evidence.id}`;
        const ticket = await this.parts.tickets.issue({ personId: turn.actor.id, what });
        return {
          title: text.file(at + 1),
          name: evidence.name,
          url: linkOf(ticket, this.parts.publicUrl()).href,
        };
      }),
    );
    const title = text.title(loaded.subject.number);
    return {
      kind: 'append',
      message: { card: this.parts.renderer.render('files', { title, files }, turn.language) },
    };
  }

  /** The card of the draft says that to send a file is to authorise; every draft that is there has had one. */
  async #authorise({ actor, now }: Turn): Promise<void> {
    await this.parts.authorisation.record(actor.id, now);
  }

  /** Stores what may be stored, and says of the others why not. */
  async #storeAll(turn: Turn, caseId: string): Promise<{ stored: Evidence[]; problems: string[] }> {
    const text = textIn(turn.language).cases.evidence.problem;
    const stored: Evidence[] = [];
    const problems: string[] = [];
    try {
      for (const file of turn.files) {
        const evidence = await this.#store(turn, caseId, file).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'too-large') return 'too-large' as const;
          throw error;
        });
        if (typeof evidence === 'string') problems.push(text[evidence](shortName(file.name)));
        else stored.push(evidence);
      }
    } catch (error) {
      await this.#remove(caseId, stored);
      throw error;
    }
    return { stored, problems };
  }

  async #store(
    turn: Turn,
    caseId: string,
    file: InboundFile,
  ): Promise<Evidence | 'too-large' | 'not-allowed'> {
    const content = await this.parts.fetchFile(file, turn.serviceUrl, MAX_FILE_BYTES);
    const type = await typeOf(content);
    if (!type) return 'not-allowed';
    const id = this.parts.newId();
    await this.parts.blobs.put(pathOf(caseId, id), content, type);
    return { id, name: shortName(file.name), type, size: content.length };
  }

  async #remove(caseId: string, files: readonly Evidence[]): Promise<void> {
    for (const { id } of files) await this.parts.blobs.remove(pathOf(caseId, id));
  }

  /** Undefined where there is no draft any more. */
  async #joinDraft(turn: Turn, id: string, stored: readonly Evidence[]): Promise<Joining | undefined> {
    const text = textIn(turn.language).cases.evidence;
    const draft = await this.parts.drafts.change(turn.actor.id, id, (now) => withEvidence(now, stored));
    if (!draft) return undefined;
    const inDraft = new Set(draft.evidence.map((evidence) => evidence.id));
    const keptIds = new Set(stored.map((evidence) => evidence.id).filter((one) => inDraft.has(one)));
    return {
      keptIds,
      told: keptIds.size > 0 ? text.withDraft : '',
      problems: keptIds.size < stored.length ? [text.tooMany] : [],
    };
  }

  async #joinCase(turn: Turn, caseId: string, stored: readonly Evidence[]): Promise<Joining> {
    const { withCase, tooMany, closed, busy } = textIn(turn.language).cases.evidence;
    const person = await this.parts.personOf(turn);
    const words = { 'too-many': tooMany, closed, busy };
    const keptIds = new Set<string>();
    const problems = new Set<string>();
    let told = '';
    for (const [at, evidence] of stored.entries()) {
      const file = { evidence, commandId: `${turn.activityId}:${at}` };
      const joined = await joinCase(this.parts.service, caseId, person, file);
      if (joined.kind === 'kept') {
        keptIds.add(evidence.id);
        told = withCase(joined.number);
      } else problems.add(words[joined.kind]);
    }
    return { keptIds, told, problems: [...problems] };
  }

  /**
   * What the person was at last: the report that they are writing, or the case that it has become while that is open
   * and young. Not read from the lists of cases, which are written behind the answer.
   */
  async #placeFor(turn: Turn): Promise<{ id: string; isDraft: boolean } | undefined> {
    const { actor, now } = turn;
    const touched = await this.parts.drafts.touchedBy(actor.id);
    const last = touched.find(
      ({ at, draft }) => now.getTime() - Date.parse(at) < (draft ? OPEN_DRAFT_MS : YOUNG_MS),
    );
    if (!last) return undefined;
    // A draft may have been sent without being marked so, where the process ended in between.
    const sent = await this.parts.service.view(last.id, await this.parts.personOf(turn));
    if (!sent) return last.draft && { id: last.id, isDraft: true };
    return sent.subject.dueAt === undefined ? undefined : { id: last.id, isDraft: false };
  }
}

const pathOf = (caseId: string, fileId: string) => `${folderOf(caseId)}${fileId}`;

/** As much of a name as a button shows. */
function shortName(name: string): string {
  return makeVisible(name).replace(/\s+/g, ' ').trim().slice(0, MAX_NAME) || 'archivo';
}
