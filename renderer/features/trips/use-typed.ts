import { useEffect, useRef } from 'react'
import { useKeepOnLeaving } from '../../app/use-keep-on-leaving.ts'
import type { Keeping } from './keep-typed.ts'

/** Keeps a form as it is typed, on this computer, and before whatever locks or leaves. `draft` null: nothing stands in it. */
export function useTyped<D>(keeping: Keeping<D>, draft: D | null): void {
  useKeepOnLeaving(keeping)
  const now = JSON.stringify(draft)
  const before = useRef(now)
  useEffect(() => {
    if (now === before.current) return
    before.current = now
    keeping.change(draft)
  }, [now, draft, keeping])
}
