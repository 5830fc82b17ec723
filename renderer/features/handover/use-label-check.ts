import { useCallback, useEffect } from 'react'
import { useEngine } from '../../app/engine-hooks.ts'
import { useSound } from '../../app/open-code.ts'
import { useTakesScan } from '../../app/scan-taker.tsx'
import type { Draft } from './draft.ts'

interface LabelCheck {
  readonly cardId: string
  /** What the card was opened with: it may have been its own label. */
  readonly openedWith: string | null
  readonly change: (part: Partial<Draft>) => void
}

/** A scanned label is held against the card whose hand-over is open; what is no label goes its usual way. */
export function useLabelCheck({ cardId, openedWith, change }: LabelCheck): void {
  const engine = useEngine()
  const sound = useSound()
  const check = useCallback(
    async (code: string) => {
      const answer = await engine.call('handover.check-label', { cardId, code })
      if (answer.outcome === 'no-label') return false
      change({
        label:
          answer.outcome === 'own' ? { kind: 'own', code } : { ...answer, kind: 'other', code, cardKind: answer.kind },
      })
      return answer.outcome
    },
    [engine, cardId, change],
  )
  useTakesScan(async (code) => {
    const outcome = await check(code)
    if (outcome) sound(outcome === 'own' ? 'accepted' : 'conflict')
    return outcome !== false
  })
  useEffect(() => {
    if (openedWith !== null) void check(openedWith).catch(() => undefined)
  }, [openedWith, check])
}
