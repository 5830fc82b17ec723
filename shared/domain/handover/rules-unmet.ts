import type { Card } from '../card/card.ts'
import { oldCardDuty } from '../card/old-card-duty.ts'
import type { RegionPack } from '../region/region-pack.ts'
import type { CalendarDay } from '../time.ts'
import { ownerYoung } from './doubts.ts'
import type { HandoverFact } from './handover.ts'
import { namesDeed } from './names-deed.ts'

/**
 * Was a card given that should not have been, by what the fact itself tells and the city's rules as of that day? For where a device is not simply believed.
 * Papers are left out: the rule table of that day may have asked for others. Pure.
 */
export function rulesUnmet(card: Card, fact: HandoverFact, region: RegionPack, day: CalendarDay): boolean {
  return (
    (ownerYoung(card, day) && !namesDeed(fact.doubts?.reason ?? null)) ||
    collectorUnmet(card, fact, region, day) ||
    oldCardUnmet(card, fact, day) ||
    (fact.pin === 'no-verifier' && card.pinVerifier !== null)
  )
}

function collectorUnmet(card: Card, { collector }: HandoverFact, region: RegionPack, day: CalendarDay): boolean {
  const rule = region.collectorRules.find((one) => one.cardKind === card.kind && one.collector === collector.kind)
  if (!rule) return true
  if (rule.needsProxyLetter && (collector.proxyLetter === null || collector.proxyLetter.date > day)) return true
  return collector.kind !== 'self' && (collector.nik === null || collector.nik === card.ownerNik)
}

function oldCardUnmet(card: Card, { oldCard }: HandoverFact, day: CalendarDay): boolean {
  const duty = oldCardDuty(card.issueReason)
  if (oldCard.kind === 'police-letter') return oldCard.date > day
  return duty !== 'none' && !(duty === 'withdraw' && oldCard.kind === 'withdrawn')
}
