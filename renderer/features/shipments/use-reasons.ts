import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngineCommand } from '../../app/engine-hooks.ts'

export interface Reasons {
  /** As it stands in its field. */
  noteOf(line: ShipmentLine): string
  write(note: string, ...lines: readonly ShipmentLine[]): void
  /** Writes what was changed of these lines to disk; true: nothing is left to be written. */
  keep(lines: readonly ShipmentLine[], notes?: ReadonlyMap<string, string>): Promise<boolean>
  /** Why the last ones were not kept. */
  readonly fault: Fault | null
}

/** Why cards differ, as it is typed: kept when a field is left, and at the latest before the count is signed. */
export function useReasons(shipmentId: string): Reasons {
  const queries = useQueryClient()
  const [edited, setEdited] = useState<ReadonlyMap<string, string>>(new Map())
  const [fault, setFault] = useState<Fault | null>(null)
  const { mutateAsync: explain } = useEngineCommand('shipment.explain')
  const noteOf = useCallback((line: ShipmentLine) => edited.get(line.key) ?? line.note, [edited])
  const write = useCallback(
    (note: string, ...lines: readonly ShipmentLine[]) =>
      setEdited((before) => new Map([...before, ...lines.map(({ key }) => [key, note] as const)])),
    [],
  )
  const keep: Reasons['keep'] = async (lines, notes = edited) => {
    const changed = lines.flatMap((line) => {
      const note = (notes.get(line.key) ?? line.note).trim()
      return note !== '' && (note !== line.note || line.counted === null) ? [{ key: line.key, note }] : []
    })
    if (changed.length === 0) return true
    try {
      await explain({ input: { shipmentId, lines: changed } })
      await queries.invalidateQueries({ queryKey: ['shipment.get'] })
      setFault(null)
      return true
    } catch (error) {
      setFault(faultOf(error))
      return false
    }
  }
  return { noteOf, write, keep, fault }
}
