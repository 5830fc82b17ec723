import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { collectorFields, documentFields } from '#shared/domain/receipt/receipt-fields.ts'

/** Labels of the rows in which receipts of one card do not agree. */
export function differingLabels(receipts: readonly Receipt[]): ReadonlySet<string> {
  const [first, ...others] = receipts.map(valuesOf)
  if (!first) return new Set()
  const labels = new Set([first, ...others].flatMap((values) => [...values.keys()]))
  return new Set([...labels].filter((label) => others.some((values) => values.get(label) !== first.get(label))))
}

/** The same label may come twice (NIK): its values are compared together. */
function valuesOf(receipt: Receipt): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [label, value] of [...documentFields(receipt), ...collectorFields(receipt)])
    values.set(label, `${values.get(label) ?? ''}\n${value}`)
  return values
}
