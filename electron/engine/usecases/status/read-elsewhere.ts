import type { ApplicationStatusShown, StatusRead } from '#shared/contract/engine/status.ts'
import { cardState } from '#shared/contract/engine/values.ts'
import { type Fault, outOfReach } from '#shared/contract/errors.ts'
import type { StatusAnswer, StatusThere } from '#shared/contract/sync/status.ts'
import { findService } from '#shared/domain/catalogue/catalogue.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { mayBeKitir } from '../scan/read-code.ts'

export type Signed = Extract<StatusRead, { outcome: 'pin-needed' }>['signed']

interface Asked {
  readonly text: string
  readonly pin: string | null
  readonly signed: Signed
}

/** What this device does not have: the centre compares the PIN, and tells how it stands. Fault: input-invalid {field: pin}. */
export async function readElsewhere(
  deps: Deps,
  { text, pin, signed }: Asked,
  who: Who,
  answering: Answering,
): Answer<StatusRead> {
  if (!mayBeKitir(text)) return ok({ outcome: 'unknown' })
  const { digits } = (await deps.reading((db) => db.settings.region())).pin
  if (pin !== null && pin.length !== digits) return fail('input-invalid', { field: 'pin' })
  if (!deps.sync.online()) return notHere(deps, 'offline')
  const answer = await deps.centre.status({ code: text, pin }, who.staff.id)
  if (!answer.ok) {
    const away = outOfReach.has(answer.refusal.code)
    return away ? notHere(deps, 'offline') : notHere(deps, 'failed', answer.refusal)
  }
  if (pin === null) return told(deps, answer.value, signed)
  if (answer.value.outcome === 'open')
    deps.openedElsewhere.remember({ ...answer.value, code: text, pin }, who.staff.id, deps.clock.elapsedMs())
  return noted(deps, answer.value, who, answering)
}

async function notHere(
  deps: Deps,
  asked: 'offline' | 'failed' | 'centre',
  fault: Fault | null = null,
): Answer<StatusRead> {
  const dataAsOf = await deps.reading((db) => db.device.dataAsOf())
  return ok({ outcome: 'not-here', asked, fault, dataAsOf })
}

const noteOf = { open: 'pin-verified', wrong: 'pin-wrong', locked: 'pin-locked' } as const

/** Whoever asked with a PIN is in the audit here, too. */
async function noted(deps: Deps, answer: StatusAnswer, { staff }: Who, answering: Answering): Answer<StatusRead> {
  const shown = await told(deps, answer, 'unsigned')
  if (answer.outcome !== 'open' && answer.outcome !== 'wrong' && answer.outcome !== 'locked') return shown
  const kind = noteOf[answer.outcome]
  const subject = answer.outcome === 'open' ? answer.status.applicationId : answer.kitirNumber
  return answering<StatusRead>(async (tx) => {
    await tx.audit.append({ kind, subject, staffId: staff.id, at: deps.clock.now() })
    return shown
  })
}

async function told(deps: Deps, answer: StatusAnswer, signed: Signed): Answer<StatusRead> {
  if (answer.outcome === 'unknown') return notHere(deps, 'centre')
  const { kitirNumber, unitName } = answer
  switch (answer.outcome) {
    case 'pin-needed':
      return ok({ outcome: 'pin-needed', kitirNumber, unitName, triesLeft: null, signed })
    case 'wrong':
      return ok({ outcome: 'wrong', kitirNumber, unitName, triesLeft: null })
    case 'locked':
      return ok({ outcome: 'locked', kitirNumber, unitName })
    case 'no-pin':
      return ok({ outcome: 'elsewhere', kitirNumber, unitName })
    case 'replaced':
      return ok({ outcome: 'replaced', kitirNumber, replacedAt: null })
    case 'open':
      return ok({ outcome: 'open', status: await shownFrom(deps, answer.status, unitName) })
  }
}

/** What a newer centre says besides is left out. */
async function shownFrom(deps: Deps, there: StatusThere, unitName: string): Promise<ApplicationStatusShown> {
  const { applicationId, kitirNumber, kngNumber, applicantName, filedAt, expectedAt, collectAt, status } = there
  const catalogue = await deps.reading((db) => db.settings.catalogue())
  return {
    ...{ applicationId, kitirNumber, kngNumber, unitName, applicantName, filedAt, expectedAt, collectAt, status },
    serviceName: there.serviceName ?? findService(catalogue, there.service)?.name ?? there.service,
    steps: there.steps.map((one) => ({ stepId: one.stepId, status: one.status, at: one.at, note: one.note })),
    clock: there.clock && clockFrom(there.clock),
    clockSteps: there.clockSteps.map(({ code, values }) => ({ code, values })),
    cards: there.cards.flatMap(({ cardId, kind, state, unitName: at }) => {
      const known = cardState.safeParse(state)
      return known.success ? [{ cardId, kind, state: known.data, unitName: at }] : []
    }),
    results: there.results.map(({ sha256, title, pages, at }) => ({ sha256, title, pages, at })),
    dataAsOf: deps.clock.now(),
  }
}

function clockFrom({ state, startAt, dueAt, grounds, ...seconds }: NonNullable<StatusThere['clock']>) {
  const { netUsedSeconds, secondsLeft, officeSecondsLeft, secondsLate } = seconds
  return { state, startAt, dueAt, netUsedSeconds, secondsLeft, officeSecondsLeft, secondsLate, grounds }
}
