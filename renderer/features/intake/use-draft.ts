import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { useSession } from '../../app/session.tsx'
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

function useKeepOnLeaving(keeper: DraftKeeper): void {
  const { locked } = useSession()
  // Behind the lock the next person may sign in: what is left then is not theirs.
  const behindLock = useRef(locked)
  behindLock.current = locked
  useEffect(() => {
    // Before the shortcut that locks or leaves is heard; and whatever takes the focus away.
    const keys = ({ ctrlKey, altKey, key }: KeyboardEvent) => {
      if (ctrlKey || altKey || /^F\d/.test(key)) void keeper.flush()
    }
    const leave = () => void (behindLock.current || keeper.flush())
    window.addEventListener('keydown', keys, true)
    window.addEventListener('blur', leave)
    document.addEventListener('focusout', leave)
    return () => {
      window.removeEventListener('keydown', keys, true)
      window.removeEventListener('blur', leave)
      document.removeEventListener('focusout', leave)
      leave()
    }
  }, [keeper])
  // What could not be kept behind the lock is kept when it opens.
  useEffect(() => {
    if (!locked) void keeper.flush()
  }, [keeper, locked])
}
