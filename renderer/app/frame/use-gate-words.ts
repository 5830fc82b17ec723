import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from '../engine-hooks.ts'
import { useFormat } from '../format.ts'
import { useSession } from '../session.tsx'

export type Gate = OutputOf<'app.status'>['gates'][number]

/** What a limit is called, why, and the one step that opens it or keeps it open. */
export function useGateWords() {
  const { t } = useTranslation('frame')
  const format = useFormat()
  const step = useGateStep()
  return ({ kind, stage, left }: Gate) => ({
    title:
      stage === 'locked'
        ? t('gate.locked')
        : kind === 'disk'
          ? t('gate.soon.disk', { size: format.bytes(left) })
          : t(`gate.soon.${kind}`, { count: left, number: format.number(left) }),
    why: t(`gate.why.${kind}`),
    act: { label: t(`gate.act.${kind}`), run: () => step(kind) },
  })
}

function useGateStep(): (kind: Gate['kind']) => void {
  const engine = useEngine()
  const queries = useQueryClient()
  const { lock } = useSession()
  return (kind) => {
    if (kind === 'sign-in') return lock()
    if (kind === 'disk') return void queries.invalidateQueries({ queryKey: ['app.status'] })
    void engine.call('sync.now', {}).catch(() => undefined)
  }
}
