import type { TFunction } from 'i18next'
import { CloudOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ThreadHappening } from '#shared/contract/engine/question.ts'
import { useFormat } from '../../app/format.ts'
import css from './thread.module.css'

/** Words of the citizen at the left, ours at the right, and in the middle what was done with the thread. */
export function Happening({ happening }: { readonly happening: ThreadHappening }) {
  const { t } = useTranslation('questions')
  const format = useFormat()
  const when = format.when(happening.at)
  if (happening.kind === 'citizen')
    return (
      <li className={css.words} data-from="citizen">
        <p>{happening.text}</p>
        <small>{when}</small>
      </li>
    )
  if (happening.kind === 'staff') {
    const { staffName: name, staffCode: code, unsent, text } = happening
    return (
      <li className={css.words} data-from="staff">
        <p>{text}</p>
        <small>
          {unsent && (
            <b>
              <CloudOff aria-hidden="true" /> {t('thread.unsent')} ·{' '}
            </b>
          )}
          {t('thread.by', { name, code, when })}
        </small>
      </li>
    )
  }
  return <li className={css.done}>{doneWords(happening, when, t)}</li>
}

type Done = Extract<ThreadHappening, { readonly to: string | null }>

function doneWords({ kind, staffName: name, to, reason }: Done, when: string, t: TFunction<'questions'>): string {
  switch (kind) {
    case 'assigned':
      return to === null ? t('thread.laidBack', { name, when }) : t('thread.assignedTo', { name, to, when })
    case 'closed':
    case 'reopened':
      return t(`thread.${kind}`, { name, when })
    case 'handed-on':
      return t('thread.handedOn', { name, to, when, reason })
  }
}
