/** What is wrong with the recipient that a reporter chose. */
import type { FeatureContext } from '../../../feature.js';
import { findActive } from '../../../platform/people/person.js';
import type { Turn } from '../../../turn.js';
import { mayBeChosen } from '../service/chosen-recipient.js';
import type { Reporting, ReportReplies } from './report-replies.js';

export type Objection = 'superior' | 'recipient' | 'confidentialRecipient';

export interface ObjectionParts extends Pick<FeatureContext, 'directory' | 'everyone'> {
  replies: Pick<ReportReplies, 'protectionsOf'>;
}

/** Undefined if nothing is wrong, or if nobody was chosen. */
export async function objectionTo(
  parts: ObjectionParts,
  turn: Turn,
  reporting: Reporting,
): Promise<Objection | undefined> {
  const { confidential } = reporting.draft;
  const { chosenSuperiorId } = reporting.confirmed;
  // A protected report does not go to that person.
  if (!chosenSuperiorId || parts.replies.protectionsOf(reporting).length > 0) return undefined;
  const chosen = await findActive(parts.directory, chosenSuperiorId);
  if (!chosen) return 'superior';
  const reporter = await turn.person();
  if (await mayBeChosen(parts, { reporter, chosen, confidential })) return undefined;
  return confidential ? 'confidentialRecipient' : 'recipient';
}
