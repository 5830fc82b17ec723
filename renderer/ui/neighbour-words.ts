import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../app/format.ts'

export type Neighbours = OutputOf<'app.status'>['neighbours']

/** Seen before, and not now. */
export const lostDesks = ({ desks }: Neighbours) =>
  desks.flatMap(({ connected, seenAt, deviceCode }) => (connected || seenAt === null ? [] : [{ deviceCode, seenAt }]))

/** How this desk sees the others of its office, in a few words; null where there is nothing to say: switched off, or no other device. */
export function useNeighbourWords(): (
  neighbours: Neighbours,
) => { readonly text: string; readonly lost: boolean } | null {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (neighbours) => {
    if (!neighbours.on || neighbours.desks.length === 0) return null
    const count = neighbours.desks.filter(({ connected }) => connected).length
    if (count > 0) return { text: t('neighbours.connected', { count }), lost: false }
    const last = lostDesks(neighbours)
      .map(({ seenAt }) => seenAt)
      .sort()
      .at(-1)
    return last === undefined
      ? { text: t('neighbours.never'), lost: false }
      : { text: t('neighbours.lost', { time: format.when(last) }), lost: true }
  }
}
