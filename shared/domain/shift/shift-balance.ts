import type { CardKind } from '../card/card.ts'
import type { Handover } from '../handover/handover.ts'
import { drawerBalance, isInDrawer } from '../ledger/drawer-balance.ts'
import type { Movement } from '../movement/movement.ts'
import type { StockFigure, StockLine } from '../paper/daily-record.ts'
import type { Pieces } from './shift.ts'

export type LedgerLine = Pick<Movement, 'kind' | 'from' | 'to'> & { readonly cardKind: CardKind }
export type LedgerHandOver = Pick<Handover, 'from'> & { readonly cardKind: CardKind }

/**
 * What should lie in the drawer: what lay there at the opening, more what came in (masuk), less what was handed over, returned, lost and carried out.
 * One figure per line and kind of card; the last is `expected`. Pure.
 */
export function shiftBalance(
  opening: Pieces,
  lines: readonly LedgerLine[],
  handovers: readonly LedgerHandOver[],
): readonly StockFigure[] {
  const ktpEl = sumOf('ktp-el', opening.ktpEl, lines, handovers)
  const kia = sumOf('kia', opening.kia, lines, handovers)
  return order.map((line) => ({ line, ktpEl: ktpEl[line], kia: kia[line] }))
}

type Summed = Exclude<StockLine, 'counted'>

const order: readonly Summed[] = [
  'opening',
  'received',
  'undone',
  'found',
  'brought-back',
  'handed-over',
  'returned',
  'lost',
  'carried-out',
  'expected',
]

function sumOf(
  kind: CardKind,
  opening: number,
  lines: readonly LedgerLine[],
  handovers: readonly LedgerHandOver[],
): Record<Summed, number> {
  const own = lines.filter(({ cardKind }) => cardKind === kind)
  const balance = drawerBalance(
    own,
    handovers.filter(({ cardKind }) => cardKind === kind),
  )
  const back = (moved: Movement['kind']) =>
    own.filter((line) => line.kind === moved && !isInDrawer(line.from) && isInDrawer(line.to)).length
  const [undone, found] = [back('undone'), back('found')]
  return {
    opening,
    received: balance.received,
    undone,
    found,
    'brought-back': balance.cameBack - undone - found,
    'handed-over': balance.handedOver,
    returned: balance.returned,
    lost: balance.lost,
    'carried-out': balance.carriedOut,
    expected: opening + balance.change,
  }
}

/** One line of the sum. */
export function piecesOf(stock: readonly StockFigure[], line: StockLine): Pieces {
  const found = stock.find((one) => one.line === line)
  return { ktpEl: found?.ktpEl ?? 0, kia: found?.kia ?? 0 }
}

export const samePieces = (a: Pieces, b: Pieces): boolean => a.ktpEl === b.ktpEl && a.kia === b.kia
