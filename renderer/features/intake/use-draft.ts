import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { useKeepOnLeaving } from '../../app/use-keep-on-leaving.ts'
import { toKeep } from './begun.ts'
import { DraftKeeper, type Kept } from './draft-keeper.ts'

export interface Drafting {
  readonly draft: IntakeDraft
  readonly kept: Kept
  change(make: (draft: IntakeDraft) => IntakeDraft): void
  /** Keeps it, and says under which id; null: it could not be kept. */
  keep(): Promise<string | null>
  /** It was filed or discarded. */
  end(): void
}

/** A draft in the hands of a clerk: every pause keeps it, and so does leaving the field, the screen, the desk or the window. */
export function useDraft(start: { readonly draftId: string | null; readonly draft: IntakeDraft }): Drafting {
  const engine = useEngine()
  const queries = useQueryClient()
  const [draft, setDraft] = useState(start.draft)
  const [kept, setKept] = useState<Kept>({ state: 'untouched' })
  const latest = useRef(draft)
  const keeper = useMemo(() => {
    const save = (draftId: string | null, one: IntakeDraft) =>
      engine.call('intake.save-draft', { draftId, draft: toKeep(one) })
    return new DraftKeeper(start.draftId, save, setKept, (error) => faultOf(error).code)
  }, [engine, start.draftId])
  const change = useCallback(
    (make: (draft: IntakeDraft) => IntakeDraft) => {
      latest.current = make(latest.current)
      setDraft(latest.current)
      keeper.change(latest.current)
    },
    [keeper],
  )
  useKeepOnLeaving(keeper)
  const keep = useCallback(async () => {
    if (keeper.draftId === null) keeper.change(latest.current)
    await keeper.flush()
    return keeper.draftId
  }, [keeper])
  const end = useCallback(() => {
    keeper.end()
    void queries.invalidateQueries({ queryKey: ['intake.drafts'] })
  }, [keeper, queries])
  return { draft, kept, change, keep, end }
}
