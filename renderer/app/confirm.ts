import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { type Fault, faultCodes } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from './engine-hooks.ts'

/** So long after an answer a press of the same is still the second half of a double click. */
const doubleClickMs = 700

interface Asked {
  readonly id: string
  /** The input as text. */
  readonly what: string
  readonly answered: boolean
}

function forgetSoon(asked: { current: Asked | null }, request: Asked): void {
  const answered = { ...request, answered: true }
  asked.current = answered
  setTimeout(() => {
    if (asked.current === answered) asked.current = null
  }, doubleClickMs)
}

/**
 * Does an act once. The request id is made with the first press and kept while the outcome is not known (restart, full disk), so that
 * pressing again, or twice, gives the one result. After a clear answer, and for anything else that is asked, the next press counts as a new one.
 */
export function useConfirm<N extends CallName>(name: N, onDone: (answer: OutputOf<N>) => void) {
  const engine = useEngine()
  const queries = useQueryClient()
  const asked = useRef<Asked | null>(null)
  const running = useRef(false)
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const confirm = useCallback(
    async (input: InputOf<N>) => {
      if (running.current) return
      running.current = true
      const what = JSON.stringify(input)
      const again = asked.current && (!asked.current.answered || asked.current.what === what)
      const request = again && asked.current ? asked.current : { id: crypto.randomUUID(), what, answered: false }
      asked.current = request
      setPending(true)
      setFault(null)
      try {
        const answer = await engine.call(name, input, { requestId: request.id })
        forgetSoon(asked, request)
        onDone(answer)
      } catch (error) {
        const cause = faultOf(error)
        if (faultCodes[cause.code].kind !== 'unavailable') asked.current = null
        setFault(cause)
        // Another desk may have been quicker: what is shown must be what stands.
        void queries.invalidateQueries({ queryKey: ['card.get'] })
      } finally {
        running.current = false
        setPending(false)
      }
    },
    [engine, queries, name, onDone],
  )
  return { confirm, pending, fault }
}
