import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { codeTries, moved, spokenAnswer } from '../override/spoken-code.ts'
import type { ChallengeRow } from '../secret-stores.ts'
import { countTry, emptySecret } from '../session/tries.ts'
import type { WriteSet } from '../stores.ts'
import { type Help, helpFor } from './helped.ts'

/** Nobody is signed in who could be held to account for guesses: wrong answers on this device are counted together, by the time that nobody can turn. */
const atTheDoor = { id: 'help-at-the-door' }

/** Faults as the contract says. */
export async function answerHelp(deps: Deps, input: ParsedInputOf<'help.answer'>): Answer<OutputOf<'help.answer'>> {
  const found = await personOf(deps, input)
  if (!found.ok) return found
  const help = await helpFor(deps, found.value, input.help)
  if (!help.ok) return help
  const counted = await countTry(deps, atTheDoor)
  if (!counted.ok) return counted
  const done = await deps.inOneWrite((tx) => answered(deps, tx, { ...input, person: found.value, act: help.value }))
  deps.announce('staff')
  return done
}

const wrong = (triesLeft: number) => fail('override-answer-wrong', { triesLeft })

/** Whom it was asked for, and for this very purpose. */
const personOf = (
  { reading, clock }: Deps,
  { challengeId, help: wanted }: ParsedInputOf<'help.answer'>,
): Promise<Result<Staff, Fault>> =>
  reading(async (db) => {
    const open = await db.challenges.find(challengeId)
    const staff = open && (await db.directory.staff(open.cardId))
    const fits = open?.purpose === wanted.purpose && isOpen(open, clock.now())
    return fits && staff?.active ? ok(staff) : wrong(0)
  })

const isOpen = (open: ChallengeRow, now: string) => open.validUntil > now && open.tries < codeTries

interface Asked extends ParsedInputOf<'help.answer'> {
  readonly person: Staff
  readonly act: Help
}

async function answered(
  deps: Deps,
  tx: WriteSet,
  { challengeId, supervisorId, answer, person, act }: Asked,
): Promise<Result<OutputOf<'help.answer'>, Fault>> {
  const now = deps.clock.now()
  const open = await tx.challenges.find(challengeId)
  const secret = await tx.settings.overrideSecret()
  const supervisor = await tx.directory.staff(supervisorId)
  if (supervisor?.id === person.id) return fail('override-same-person')
  const may = supervisor?.active && supervisor.roles.includes('supervisor')
  if (!open || !isOpen(open, now) || secret === null || !may) return wrong(0)
  const { challenge, purpose } = open
  const centreNow = moved(now, (await tx.device.clockOffsetMs()) ?? 0)
  const right = spokenAnswer(deps.secrets, secret, { challenge, supervisorId, now: centreNow, purpose })
  if (right !== answer) {
    await tx.challenges.countTry(challengeId)
    return wrong(codeTries - open.tries - 1)
  }
  await tx.challenges.close(challengeId)
  await act(tx, supervisor.id)
  await tx.staffSecrets.save(emptySecret(atTheDoor.id))
  return ok({ supervisorName: supervisor.name })
}
