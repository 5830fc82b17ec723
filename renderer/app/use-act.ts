import { useRef, useState } from 'react'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { type Fault, faultCodes } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from './engine-hooks.ts'

/**
 * Does an act once. The request id is made with the first press and kept while the outcome is not known, so that pressing again, or twice, gives the
 * one result; only after a clear answer does the next press count as a new one.
 */
export function useAct<N extends CallName>(name: N, onDone: (answer: OutputOf<N>, asked: InputOf<N>) => void) {
  const engine = useEngine()
  const requestId = useRef<string | null>(null)
  const running = useRef(false)
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const act = async (input: InputOf<N>): Promise<void> => {
    if (running.current) return
    running.current = true
    requestId.current ??= crypto.randomUUID()
    setPending(true)
    setFault(null)
    try {
      const answer = await engine.call(name, input, { requestId: requestId.current })
      requestId.current = null
      onDone(answer, input)
    } catch (error) {
      const cause = faultOf(error)
      if (faultCodes[cause.code].kind !== 'unavailable') requestId.current = null
      setFault(cause)
    } finally {
      running.current = false
      setPending(false)
    }
  }
  return { act, pending, fault }
}
