import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Answering, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { minutesAfter } from '../session/session-time.ts'
import { codeTries, grantMinutes, moved, spokenAnswer } from './spoken-code.ts'

interface Input {
  readonly challengeId: string
  readonly supervisorId: string
  readonly answer: string
}

/** One use, ten minutes, five tries. Faults: override-answer-wrong {triesLeft}, override-same-person where the asker answers himself. */
export async function answerChallenge(
  deps: Deps,
  input: Input,
  who: Who,
  answering: Answering,
): Answer<OutputOf<'override.answer'>> {
  if (input.supervisorId === who.staff.id) return fail('override-same-person')
  return answering(async (tx) => {
    const now = deps.clock.now()
    const open = await tx.challenges.find(input.challengeId)
    const secret = await tx.settings.overrideSecret()
    const supervisor = await tx.directory.staff(input.supervisorId)
    const usable =
      open?.purpose === 'card' &&
      open.sessionHash === who.session.tokenHash &&
      open.validUntil > now &&
      open.tries < codeTries
    if (!usable || secret === null || !supervisor?.active || !supervisor.roles.includes('supervisor'))
      return fail('override-answer-wrong', { triesLeft: 0 })
    const { challenge } = open
    const centreNow = moved(now, (await tx.device.clockOffsetMs()) ?? 0)
    if (
      spokenAnswer(deps.secrets, secret, {
        challenge,
        supervisorId: supervisor.id,
        now: centreNow,
        purpose: 'card',
      }) !== input.answer
    ) {
      await tx.challenges.countTry(open.id)
      return fail('override-answer-wrong', { triesLeft: codeTries - open.tries - 1 })
    }
    await tx.challenges.close(open.id)
    const overrideToken = deps.secrets.token()
    await tx.grants.give({
      tokenHash: deps.secrets.hash(overrideToken),
      kind: 'challenge',
      cardId: open.cardId,
      sessionHash: who.session.tokenHash,
      validUntil: minutesAfter(await deps.sureNow(), grantMinutes),
      supervisorId: supervisor.id,
      supervisorName: supervisor.name,
      reason: open.reason,
    })
    await tx.audit.append({ kind: 'override', subject: open.cardId, staffId: who.staff.id, at: now })
    return ok({ overrideToken, supervisorName: supervisor.name })
  })
}
