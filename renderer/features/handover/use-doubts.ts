import { isNik } from '#shared/domain/nik/check-nik.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import type { Doubts } from './doubt-block.tsx'
import type { Draft } from './draft.ts'

/** What should make one look twice at the collector as entered so far; null until it is known who it is. */
export function useDoubts(cardId: string, { collector, memberId, nik }: Draft): Doubts | null {
  const named = collector === 'self' || memberId !== null || isNik(nik)
  const typed = memberId === null && isNik(nik) ? nik : null
  const input = { cardId, kind: collector, memberId, nik: collector === 'self' ? null : typed }
  return useEngineQuery('handover.doubts', input, { enabled: named }).data ?? null
}
