import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'

/** How the last act with a file that is carried by hand ended. */
export interface Said {
  readonly mood: 'good' | 'neutral'
  readonly title: string
  readonly text?: string
}

type Saved = OutputOf<'courier.save-queue'>
type Opened = OutputOf<'courier.open'>

interface FileWords {
  readonly cancelled: Said
  saved(saved: Saved): Said
  /** What a file that was opened turned out to be. */
  opened(opened: Opened): Said
}

export function useFileWords(): FileWords {
  const { t } = useTranslation('courier')
  const cancelled: Said = { mood: 'neutral', title: t('cancelled') }
  return {
    cancelled,
    saved: ({ saved, fileName: file }) =>
      saved ? { mood: 'good', title: t('saved', { file }), text: t('savedNext') } : cancelled,
    opened: (opened) => {
      if (opened.found === 'nothing') return cancelled
      if (opened.found === 'queue') {
        const title = t(opened.again ? 'carriedAgain' : 'carried', { device: opened.deviceName })
        return { mood: 'good', title, text: t('carriedNext') }
      }
      const { verdicts, rows, waiting, older } = opened
      if (older) return { mood: 'neutral', title: t('older'), text: t('olderNext') }
      const left = waiting > 0 ? t('takenWaiting', { count: waiting }) : t('takenAll')
      return {
        mood: 'good',
        title: t('taken', { count: verdicts }),
        text: `${t('takenRows', { count: rows })} ${left}`,
      }
    },
  }
}
