import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { signedOnList } from '#shared/domain/handover/signed-on-list.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { noteIfRoom } from '../note-if-room.ts'
import { handoversOf } from './get-case.ts'

type Signatures = OutputOf<'case.signatures'>

/** The signatures of a case: from this device, otherwise asked of the centre and not kept; that one came from there is logged. Fault: case-unknown. */
export async function caseSignatures(deps: Deps, { caseId }: { caseId: string }, { staff }: Who): Answer<Signatures> {
  const handovers = await deps.reading(async (db) => {
    const seen = await db.cases.find(caseId)
    return seen && handoversOf(db, seen.row)
  })
  if (!handovers) return fail('case-unknown')
  const found: Signatures = await Promise.all(
    handovers.map(async (one) => ({
      handoverId: one.id,
      ...(signedOnList(one) === null ? await signatureAt(deps, one.signature) : onList),
    })),
  )
  const fetched = found.filter(({ where }) => where === 'centre')
  if (fetched.length > 0) await noteFetched(deps, fetched, staff.id)
  return ok(found)
}

const noteFetched = (deps: Deps, fetched: Signatures, staffId: string) =>
  noteIfRoom(deps, 'signature', async (tx) => {
    const noted = { kind: 'signature-fetched', staffId, at: deps.clock.now() } as const
    for (const { handoverId: subject } of fetched) await tx.audit.append({ ...noted, subject })
  })

interface SignatureAt {
  readonly signature: string | null
  readonly where: Exclude<Signatures[number]['where'], 'on-list'>
}

/** The owner signed the paper of a list: the signature that is kept is another's. */
const onList = { signature: null, where: 'on-list' } as const

/** One signature by its hash. */
export async function signatureAt(deps: Deps, hash: string): Promise<SignatureAt> {
  const here = await deps.reading(async (db) => ({
    ink: await db.blobs.get(hash),
    unsent: await db.blobs.unsent(hash),
  }))
  if (here.ink) return { signature: base64(here.ink), where: here.unsent ? 'pending' : 'here' }
  const asked = deps.sync.online() ? await deps.centre.blob(hash) : null
  if (!asked?.ok) return { signature: null, where: 'unreachable' }
  const ink = asked.value
  return ink === null ? { signature: null, where: 'pending' } : { signature: base64(ink), where: 'centre' }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
