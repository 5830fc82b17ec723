import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { type Fault, faultCodes } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'

/**
 * Does an act once. The request id is made with the first press and kept while the outcome is not known (restart, full disk), so that
 * pressing again, or twice, gives the one result; only after a clear refusal does the next press count as a new one.
 */
export function useConfirm<N extends CallName>(name: N, onDone: (answer: OutputOf<N>) => void) {
  const engine = useEngine()
  const queries = useQueryClient()
  const requestId = useRef<string | null>(null)
  const running = useRef(false)
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const confirm = useCallback(
    async (input: InputOf<N>) => {
      if (running.current) return
      running.current = true
      requestId.current ??= crypto.randomUUID()
      setPending(true)
      setFault(null)
      try {
        onDone(await engine.call(name, input, { requestId: requestId.current }))
      } catch (error) {
        const cause = faultOf(error)
        if (faultCodes[cause.code].kind !== 'unavailable') requestId.current = null
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
