import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../app/format.ts'

type Update = OutputOf<'app.status'>['update']

/** What is said of a new version: in a few words, and in sentences. Null where there is nothing to say. */
export function useUpdateWords(): (update: Update) => { readonly title: string; readonly why: string } | null {
  const { t, i18n } = useTranslation('update')
  const format = useFormat()
  return (update) => {
    if (update === null) return null
    const { state, due, forcedAfter, fetched, note } = update
    const version = update.version ?? ''
    if (state !== 'ready')
      return { title: t(`${state}.title`, { version, fetched: fetched ?? 0 }), why: t(`${state}.why`, { version }) }
    const news = note?.[i18n.language === 'en' ? 'en' : 'id'] ?? ''
    const until = forcedAfter === null ? '' : t(due ? 'ready.now' : 'ready.until', { time: format.when(forcedAfter) })
    const why = [t('ready.why'), until, news].filter((sentence) => sentence !== '').join(' ')
    return { title: t(due ? 'ready.dueTitle' : 'ready.title', { version }), why }
  }
}
