import { useCallback, useEffect, useState } from 'react'
import { type DecoderThread, openDecoderThread } from './decoder-thread.ts'

/** One decoder while the screen is shown; `renew` puts a fresh one in the place of one that broke down. */
export function useDecoderThread() {
  const [generation, setGeneration] = useState(0)
  const [broken, setBroken] = useState(false)
  const [thread, setThread] = useState<DecoderThread | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `generation` is the wish for a new one
  useEffect(() => {
    const fresh = openDecoderThread()
    setThread(fresh)
    return () => fresh.close()
  }, [generation])
  const fail = useCallback(() => setBroken(true), [])
  const renew = useCallback(() => {
    setGeneration((n) => n + 1)
    setBroken(false)
  }, [])
  return { thread, broken, fail, renew }
}
