import type { CardKind } from '../card/card.ts'
import type { PaperCondition } from './paper-base.ts'

interface Counted {
  readonly cardKind: CardKind | null
  readonly condition?: PaperCondition
}

/** How many cards are there, a missing one not counted. `all` may be more than both kinds: of an unknown card the kind is not known. */
export function countCards(rows: readonly Counted[]): {
  readonly ktpEl: number
  readonly kia: number
  readonly all: number
} {
  const there = rows.filter(({ condition }) => condition !== 'missing')
  const of = (kind: CardKind) => there.filter(({ cardKind }) => cardKind === kind).length
  return { ktpEl: of('ktp-el'), kia: of('kia'), all: there.length }
}
