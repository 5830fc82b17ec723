import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from '../../app/engine-hooks.ts'

/** So long after the last key it goes to the disk. */
const quietMs = 500

/** What is being written in one thread, kept by the engine while it is written: a lock, a crash or another screen costs nothing. */
export function useDraft(questionId: string, before: string) {
  const engine = useEngine()
  const queries = useQueryClient()
  const [text, setText] = useState(before)
  const [keptText, setKeptText] = useState(before)
  const latest = useRef(before)
  const written = useRef(before)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = () => {
    clearTimeout(timer.current)
    const now = latest.current
    if (written.current === now) return
    written.current = now
    // Whoever comes back before the engine is asked again finds the same words.
    queries.setQueryData<OutputOf<'question.get'>>(
      ['question.get', { questionId }],
      (was) => was && { ...was, draft: now },
    )
    engine.call('question.save-draft', { questionId, text: now }).then(
      () => setKeptText(now),
      () => {
        // Tried again with the next key; the words themselves stay on the screen.
        written.current = `${now} `
      },
    )
  }
  const lastKeep = useRef(keep)
  lastKeep.current = keep
  useEffect(() => () => lastKeep.current(), [])
  const put = (next: string) => {
    latest.current = next
    setText(next)
  }
  return {
    text,
    kept: keptText === text,
    write: (next: string) => {
      put(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, quietMs)
    },
    /** At once: the field was left. */
    settle: keep,
    /** The engine let it go with the answer. */
    sent: () => {
      clearTimeout(timer.current)
      written.current = ''
      setKeptText('')
      put('')
    },
  }
}
