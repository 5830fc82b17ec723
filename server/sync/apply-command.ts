import type { Acceptance, Outcome } from './acceptance.ts'
import { applyHandoverFact } from './apply-handover-fact.ts'
import type { ProvenCommand } from './verify-command.ts'

/** It happened in the world: never refused, whatever is wrong with it. */
export const isFact = ({ envelope }: ProvenCommand): boolean => envelope.type === 'handover.record'

/** The effects of one command, in the caller's transaction. A type this server does not know is an intention it cannot follow: kept, refused. */
export async function applyCommand(acceptance: Acceptance, command: ProvenCommand): Promise<Outcome> {
  switch (command.envelope.type) {
    case 'handover.record':
      return applyHandoverFact(acceptance, command)
    default:
      return { kind: 'refused', code: 'unknown-type', caseId: null, moved: [] }
  }
}
