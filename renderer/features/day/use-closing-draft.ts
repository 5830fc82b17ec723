import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ClosingDraft } from '#shared/contract/engine/shifts.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { boxesOf } from './counting.ts'

type Drawer = OutputOf<'shift.drawer'>

export const emptyDraft = (shiftId: string, cards: Drawer['cards']): ClosingDraft => ({
  ...{ shiftId, boxes: boxesOf(cards), scanned: [], extras: [], words: [] },
})

/** The count as it goes; every step of it goes to the disk of this computer, so that neither a power cut nor the next citizen costs anything. */
export function useClosingDraft(shiftId: string, { cards, draft: kept }: Drawer) {
  const save = useSaving()
  const [draft, setDraft] = useState(() =>
    kept ? { ...kept, boxes: boxesOf(cards, kept.boxes) } : emptyDraft(shiftId, cards),
  )
  const latest = useRef(draft)
  const signed = useRef(false)
  const change = useCallback(
    (to: (before: ClosingDraft) => ClosingDraft) => {
      latest.current = to(latest.current)
      setDraft(latest.current)
      if (!signed.current) save(latest.current)
    },
    [save],
  )
  const forget = useCallback(() => {
    signed.current = true
    save(null)
  }, [save])
  return { draft, latest, change, forget }
}

function useSaving() {
  const engine = useEngine()
  const queries = useQueryClient()
  return useCallback(
    (draft: ClosingDraft | null) => {
      queries.setQueryData<Drawer>(['shift.drawer', {}], (drawer) => drawer && { ...drawer, draft })
      // Where it cannot be kept (a full disk) the count is still on the screen; closing will say so.
      void engine.call('shift.save-draft', { draft }).catch(() => undefined)
    },
    [engine, queries],
  )
}

export type Closing = ReturnType<typeof useClosingDraft>
