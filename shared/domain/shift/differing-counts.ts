import type { Shift, ShiftClosed, ShiftOpened } from './shift.ts'
import { piecesOf, samePieces } from './shift-balance.ts'

/** The counts of a shift that did not agree, at its opening (`number` null) or its closing; all of them where all agreed. */
export function differingCounts({ opened, closings }: Pick<Shift, 'opened' | 'closings'>) {
  const counts = [...(opened ? [openingCount(opened)] : []), ...closings.map(closingCount)]
  const differing = counts.filter(
    ({ expected, counted, differences }) => differences.length > 0 || !samePieces(expected, counted),
  )
  return differing.length > 0 ? differing : counts
}

type Count = ReturnType<typeof closingCount>

const openingCount = ({ deviceCode, at, staffName, expected, counted, explanation }: ShiftOpened): Count => ({
  deviceCode,
  number: null,
  at,
  staffName,
  takingName: null,
  expected: { ktpEl: expected.ktpEl, kia: expected.kia },
  counted: { ktpEl: counted.ktpEl, kia: counted.kia },
  differences: [],
  explanation,
})

const closingCount = (fact: ShiftClosed) => ({
  deviceCode: fact.deviceCode,
  number: fact.number as string | null,
  at: fact.at,
  staffName: fact.staffName,
  takingName: fact.taking?.staffName ?? null,
  expected: { ...piecesOf(fact.stock, 'expected') },
  counted: { ...piecesOf(fact.stock, 'counted') },
  differences: fact.differences.map(({ rack, box, cardKind, expected, counted, explanation, labelCode, against }) => ({
    ...{ rack, box, cardKind, expected, counted, explanation },
    ...(labelCode !== undefined && { labelCode }),
    ...(against && { against }),
  })),
  explanation: null as string | null,
})
