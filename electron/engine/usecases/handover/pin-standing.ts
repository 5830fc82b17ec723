import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { PinStanding } from '#shared/domain/handover/decide-hand-over.ts'
import type { Deps, Who } from '../deps.ts'
import { grantMinutes } from '../override/spoken-code.ts'
import type { GrantStore, PinTryStore } from '../secret-stores.ts'
import { minutesAfter } from '../session/session-time.ts'
import type { SettingReads } from '../stores.ts'

/** The centre may set the time a little back each time it is heard. */
const aside = 5

interface PinReads {
  readonly settings: Pick<SettingReads, 'region'>
  readonly pinTries: Pick<PinTryStore, 'wrong'>
  readonly grants: Pick<GrantStore, 'find'>
}

type Shown = ParsedInputOf<'handover.record'>['pin']

/** What the tokens that the screen brings are worth: only here, for this card and this session, and not for ever. */
export async function pinStanding(deps: Deps, tx: PinReads, card: Card, shown: Shown, who: Who): Promise<PinStanding> {
  const tries = (await tx.settings.region()).pin.tries
  const locked = card.pinVerifier !== null && (await tx.pinTries.wrong(card.id, card.pinVerifier)) >= tries
  const nothing = { outcome: null, override: null, locked }
  switch (shown.means) {
    case 'no-verifier':
      return { outcome: 'no-verifier', override: null, locked }
    case 'review-later': {
      const { reason } = shown
      const override = { means: 'review-later', reason, supervisorId: null, supervisorName: null } as const
      return { outcome: 'overridden', override, locked }
    }
    case 'verified': {
      const grant = await grantOf(deps, tx, card, shown.pinToken, who)
      return grant?.kind === 'pin' ? { outcome: 'verified', override: null, locked } : nothing
    }
    case 'override': {
      const grant = await grantOf(deps, tx, card, shown.overrideToken, who)
      if (!grant || grant.kind === 'pin') return nothing
      const { kind: means, reason, supervisorId, supervisorName } = grant
      return {
        outcome: 'overridden',
        override: { means, reason: reason ?? '', supervisorId, supervisorName },
        locked,
      }
    }
  }
}

async function grantOf(deps: Deps, tx: PinReads, card: Card, token: string, { session }: Who) {
  const grant = await tx.grants.find(deps.secrets.hash(token))
  const stands = grant?.cardId === card.id && grant.sessionHash === session.tokenHash
  const sure = await deps.sureNow()
  // One that ends later than it could was given before the centre set the time back.
  const inTime = grant && grant.validUntil > sure && grant.validUntil <= minutesAfter(sure, grantMinutes + aside)
  return stands && inTime ? grant : null
}
