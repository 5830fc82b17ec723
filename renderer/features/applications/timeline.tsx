import { CircleCheck, CircleDot, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import type { Application } from './application.ts'
import css from './detail.module.css'

/** The course in the citizen's words, the latest first. */
export function Timeline({ steps }: Pick<Application, 'steps'>) {
  const { t } = useTranslation('applications')
  const format = useFormat()
  return (
    <ol className={css.course}>
      {steps.toReversed().map(({ stepId, status, at, note, by }, index) => {
        const Icon = status === 'PERBAIKAN' ? Undo2 : index === 0 ? CircleDot : CircleCheck
        return (
          <li key={stepId} data-now={index === 0} data-back={status === 'PERBAIKAN'}>
            <Icon aria-hidden="true" />
            <div>
              <b>{t(`status.${status}`)}</b>
              <small className="num">
                {format.dayTime(at)} · {t(`by.${by}`)}
              </small>
              {note && <p>{note}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
