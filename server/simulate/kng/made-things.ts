import { createHash } from 'node:crypto'
import type { CardKind } from '#shared/domain/card/card.ts'
import type { MadeCard, Parcel } from '../../kng/kng-messages.ts'
import { localDay } from '../calendar.ts'
import type { KeptApplication } from './kept-application.ts'

/** Ids that come from what they are about: told again, the same. */
export const idFrom = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Null where the application does not say whose card it would be. */
export function cardFor({ submission, steps }: KeptApplication, kind: CardKind): MadeCard | null {
  const { ref, subjectName: ownerName, subjectNik: ownerNik, people, answers, service } = submission
  const owner = Object.values(people).find(({ nik }) => nik === ownerNik)
  if (ownerNik === null) return null
  const cardId = idFrom('card', ref, String(steps.filter(({ status }) => status === 'DICETAK').length))
  return {
    ...{ cardId, kind, ownerName, ownerNik },
    issueReason: reasonOf(kind, service, answers.reason),
    ownerBirthDate: owner?.birthDate ?? birthDateIn(ownerNik, submission.filedAt),
    kkNumber: owner?.kk ?? Object.values(people).find(({ kk }) => kk !== undefined)?.kk ?? null,
    labelCode: `LBL-${createHash('sha256').update(`label|${cardId}`).digest('base64url').slice(0, 12)}`,
  }
}

function reasonOf(kind: CardKind, service: string, reason: string | undefined): MadeCard['issueReason'] {
  if (reason === 'lost' || reason === 'damaged') return reason
  if (service.startsWith('KTP-BARU')) return 'age-17'
  if (service === 'KTP-PINDAH') return 'moved-in'
  if (kind === 'kia') return 'new'
  return service === 'KTP-HILANGKEL' ? 'lost' : 'data-change'
}

/** Of a NIK: day (women: and 40), month, year; the later century unless that is still to come. */
function birthDateIn(nik: string, filedAt: string): string {
  const day = String(Number(nik.slice(6, 8)) % 40).padStart(2, '0')
  const [month, year] = [nik.slice(8, 10), nik.slice(10, 12)]
  const late = `20${year}-${month}-${day}`
  return late <= filedAt ? late : `19${year}-${month}-${day}`
}

/** All that goes to one unit on one round of the courier. */
export function parcelFor(unit: string, cards: readonly MadeCard[], at: string, number: number): Parcel {
  const cardIds = cards.map(({ cardId }) => cardId)
  return {
    shipmentId: idFrom('parcel', unit, ...cardIds),
    number: `${String(number).padStart(4, '0')}/BAK/SIOLA-01/${localDay(Date.parse(at)).slice(0, 4)}`,
    fromUnit: 'Siola',
    sentAt: at,
    courierName: 'Slamet Riyadi',
    cardIds,
  }
}
