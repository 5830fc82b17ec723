import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { countDrawer, type ExtraCard } from '#shared/domain/shift/count-drawer.ts'
import type { Shift, ShiftClosed, ShiftOpened } from '#shared/domain/shift/shift.ts'
import { piecesOf } from '#shared/domain/shift/shift-balance.ts'
import { closedEvenly } from '#shared/domain/shift/shift-rules.ts'
import { actRoles } from '#shared/domain/staff/permissions.ts'
import { recordAct } from '../act/record-act.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { pngBytes } from '../handover/png-bytes.ts'
import { paperNumber } from '../paper-number.ts'
import { type CheckedPerson, checkPerson, letIn } from '../session/check-person.ts'
import type { WriteSet } from '../stores.ts'
import { drawerCards } from './drawer.ts'
import { ledgerSince } from './ledger-since.ts'
import { recordOpening } from './open-shift.ts'
import { openShiftHere, stockOf } from './open-shift-here.ts'
import { shiftFigures } from './shift-figures.ts'

const mayHold = actRoles['shift.open']

type Input = ParsedInputOf<'shift.close'>

interface Taking {
  readonly person: CheckedPerson
  readonly ink: Uint8Array
}

interface Signed {
  readonly ink: Uint8Array
  readonly taking: Taking | null
  readonly offline: boolean
}

/** A clerk counts the drawer and gives it up; who takes it over opens the next shift in the same transaction. Faults: see the contract. */
export async function closeShift(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'shift.close'>> {
  const ink = pngBytes(input.signature)
  if (ink === null) return fail('signature-missing')
  const taking = await takingOver(deps, input, who)
  if (!taking.ok) return taking
  const signed = { ink, taking: taking.value, offline: !deps.sync.online() }
  const answer = await answering(async (tx) => {
    if (signed.taking) {
      const allowed = await letIn(deps, tx, signed.taking.person)
      if (!allowed.ok) return allowed
    }
    const shift = await openShiftHere(tx)
    return shift?.id === input.shiftId ? write(deps, tx, input, who, shift, signed) : fail('shift-none')
  })
  if (!answer.ok) return answer
  deps.sync.wake()
  deps.announce('thing:shift', 'things', 'queue', 'status')
  return answer
}

/** Another person, who may hold a drawer. */
async function takingOver(deps: Deps, { taking }: Input, { staff }: Who): Promise<Result<Taking | null, Fault>> {
  if (taking === null) return ok(null)
  const ink = pngBytes(taking.signature)
  if (ink === null) return fail('signature-missing')
  const person = await checkPerson(deps, { ...taking, purpose: 'signature' })
  if (!person.ok) return person
  const taker = person.value.staff
  if (taker.id === staff.id) return fail('taker-same-person')
  if (!mayHold.some((role) => taker.roles.includes(role))) return fail('taker-not-permitted')
  return ok({ person: person.value, ink })
}

async function write(deps: Deps, tx: WriteSet, input: Input, { staff }: Who, shift: Shift, signed: Signed) {
  const ledger = await ledgerSince(tx, shift.openedAt)
  const sum = stockOf(shift, ledger)
  const extras = await extrasOf(tx, input)
  const { counted, differences } = countDrawer(await drawerCards(tx), {
    ...{ ...input, extras, sum: piecesOf(sum, 'expected') },
  })
  const silent = differences.find(({ explanation }) => explanation === '')
  if (silent) return fail('difference-unexplained', { box: silent.labelCode ?? `${silent.rack}-${silent.box}` })
  const at = deps.clock.now()
  const stock = [...sum, { line: 'counted' as const, ...counted }]
  const next = await tx.blobs.put(signed.taking?.ink ?? signed.ink, 'image/png')
  const by = { staffId: staff.id, staffName: staff.name, staffCode: staff.code, deviceCode: shift.deviceCode }
  const payload: ShiftClosed = {
    closeId: deps.ids.uuid(),
    shiftId: shift.id,
    at,
    ...by,
    openedAt: shift.openedAt,
    number: await paperNumber(tx, 'BAH', at, tx.numbers.next),
    stock,
    differences,
    figures: await shiftFigures(tx, ledger, { from: shift.openedAt, to: at }),
    signature: await tx.blobs.put(signed.ink, 'image/png'),
    taking: signed.taking && { ...personOf(signed.taking), signature: next },
    offline: signed.offline,
  }
  await recordAct(
    tx,
    { type: 'shift.close', payload },
    { staffId: staff.id, scope: shift.scope, subject: shift.id, audit: { kind: 'shift', subject: payload.closeId } },
  )
  const nextShiftId = signed.taking && (await openNext(deps, tx, shift, payload, counted, signed))
  await tx.settings.saveDraft('closing', null)
  return ok({ closeId: payload.closeId, number: payload.number, differs: !closedEvenly(payload), nextShiftId })
}

/** The cards too many, each once. */
async function extrasOf(tx: WriteSet, { extras }: Input): Promise<ExtraCard[]> {
  const found = new Map<string, ExtraCard>()
  for (const { labelCode, cardKind } of extras) {
    const known = (await tx.cards.byCode(labelCode)).find(({ row }) => row.labelCode === labelCode)?.row
    found.set(labelCode, { labelCode, cardId: known?.id ?? null, cardKind: known?.kind ?? cardKind })
  }
  return [...found.values()]
}

const personOf = ({ person: { staff } }: Taking) => ({
  staffId: staff.id,
  staffName: staff.name,
  staffCode: staff.code,
})

/** Who takes over signed for what was just counted. The difference is the closing's to explain, and a case already. */
async function openNext(
  deps: Deps,
  tx: WriteSet,
  shift: Shift,
  { taking, at }: ShiftClosed,
  counted: ShiftOpened['counted'],
  { offline }: Signed,
): Promise<string | null> {
  if (taking === null) return null
  const { signature, ...person } = taking
  const shiftId = deps.ids.uuid()
  const by = { at, ...person, deviceCode: shift.deviceCode }
  await recordOpening(
    tx,
    { shiftId, ...by, counted, expected: counted, explanation: null, signature, offline },
    shift.scope,
  )
  return shiftId
}
