import { createHash } from 'node:crypto'
import type { Card } from '#shared/domain/card/card.ts'
import { oldCardDuty } from '#shared/domain/card/old-card-duty.ts'
import { applyHandOver } from '#shared/domain/handover/apply-hand-over.ts'
import type { Handover, HandoverFact } from '#shared/domain/handover/handover.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import { hour, instant, localDay, officeHour } from './calendar.ts'
import type { Chance } from './chance.ts'

/** Gives a card that lay on the shelf to its owner (a KIA to a parent), at a desk of long ago. */
export function handOver(
  chance: Chance,
  card: Card,
  by: { staff: Staff; deviceCode: string; count: number; collector: { name: string; nik: string } },
  now: number,
): { card: Card; handover: Handover } {
  const arrived = Date.parse(card.arrivedAt ?? instant(now))
  const at = Math.min(
    officeHour(Math.min(arrived + chance.whole(2, 40) * hour, now - hour), chance.whole(8, 11)),
    now - hour,
  )
  const time = instant(Math.max(at, arrived + 600_000))
  const self = card.kind === 'ktp-el'
  const fact: HandoverFact = {
    handoverId: chance.uuid(),
    cardId: card.id,
    receiptNumber: `${String(by.count).padStart(4, '0')}/BST/${card.scope}-${by.deviceCode}/${localDay(at).slice(0, 4)}`,
    at: time,
    staffId: by.staff.id,
    staffName: by.staff.name,
    staffCode: by.staff.code,
    deviceCode: by.deviceCode,
    pin: 'verified',
    override: null,
    collector: {
      kind: self ? 'self' : 'guardian',
      name: by.collector.name,
      nik: by.collector.nik,
      relation: self ? 'Pemilik' : 'Orang tua/wali',
      proxyLetter: null,
    },
    papers: ['kitir', 'data-read'],
    identity: { seen: true },
    oldCard: oldCardOf(card, time),
    signature: createHash('sha256').update(card.id).digest('hex'),
    photo: null,
    offline: false,
  }
  const seen = { scope: card.scope, deviceId: `simulated-${by.deviceCode}`, acceptedAt: time, flags: [], caseId: '' }
  const shelf: Card = { ...card, state: 'ready' }
  const after = applyHandOver({ card: shelf, earlier: [], openCase: null }, fact, seen)
  const [handover] = after.handovers
  if (!after.card || !handover) throw new Error('a simulated hand-over changed nothing')
  return { card: after.card, handover }
}

function oldCardOf(card: Card, at: string): HandoverFact['oldCard'] {
  const duty = oldCardDuty(card.issueReason)
  if (duty === 'withdraw') return { kind: 'withdrawn', drawer: 'T-1' }
  if (duty === 'none') return { kind: 'none' }
  return { kind: 'police-letter', number: 'SKTLK/118/XI', date: at.slice(0, 10), station: 'Polsek setempat' }
}
