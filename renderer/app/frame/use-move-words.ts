import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'

type Status = OutputOf<'app.status'>

/** Where this computer is ordered to, and after what it goes; null: it stays. */
export function useMoveWords() {
  const { t, i18n } = useTranslation('frame')
  return ({ move, unsent }: Pick<Status, 'move' | 'unsent'>) => {
    if (!move) return null
    const waits = move.waits.map((wait) => t(`move.wait.${wait}`, { count: unsent.count }))
    const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(waits)
    const after = waits.length === 0 ? t('move.soon') : t('move.after', { what: list })
    return { title: t('move.title', { to: move.toName }), why: `${after} ${t('move.by', { who: move.orderedBy })}` }
  }
}
