import { useCallback, useEffect, useState } from 'react'
import { type DecoderThread, openDecoderThread } from './decoder-thread.ts'

/** The text in a picture; null: no code in it; undefined: not a picture. */
export async function textIn(picture: Blob, thread: DecoderThread | null): Promise<string | null | undefined> {
  try {
    const answer = await thread?.decode(await createImageBitmap(picture), 'thorough')
    return answer?.text ?? null
  } catch {
    return undefined
  }
}

/** One decoder while the screen is shown; a broken one is replaced on demand. */
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
  const again = () => {
    if (broken) setGeneration((n) => n + 1)
    setBroken(false)
  }
  return { thread, broken, renew: { fail, again } }
}
