import { Info, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/domain/catalogue/problem.ts'
import { Keys } from '../../ui/key-button.tsx'
import { reasonFor, withReason } from './begun.ts'
import css from './field.module.css'
import { useIntakeForm } from './form.ts'

const icons = { blocking: OctagonAlert, overridable: TriangleAlert, warning: Info } as const

interface ProblemLinesProps {
  readonly about: string
  readonly problems: readonly Problem[]
}

export const problemsId = (about: string): string => `problems-${about}`

/** What is wrong at one place, in the clerk's words: what must be mended, what needs a reason, what is only said. */
export function ProblemLines({ about, problems }: ProblemLinesProps) {
  const { t } = useTranslation('problems')
  if (problems.length === 0) return null
  return (
    <div className={css.problems} id={problemsId(about)}>
      {problems.map(({ code, severity, proposal }) => {
        const Icon = icons[severity]
        return (
          <div key={code} className={css.problem} data-severity={severity}>
            <Icon aria-hidden="true" />
            <div>
              <span>{t(code)}</span>
              {proposal && (
                <span>
                  {' '}
                  {t('meant')} <b className="num">{proposal}</b>? <Keys>Alt+Enter</Keys>
                </span>
              )}
              {severity === 'overridable' && <Reason about={about} code={code} />}
            </div>
          </div>
        )
      })}
    </div>
  )
}

/** What is doubtful is filed with the clerk's reason. */
function Reason({ about, code }: { readonly about: string; readonly code: Problem['code'] }) {
  const { t } = useTranslation('problems')
  const { begun, change } = useIntakeForm()
  return (
    <input
      className={css.reason}
      data-field
      aria-label={t('reason')}
      placeholder={t('reason')}
      maxLength={400}
      value={reasonFor(begun, code, about)}
      autoComplete="off"
      spellCheck={false}
      onChange={({ target }) => change((one) => withReason(one, { code, about, reason: target.value }))}
    />
  )
}
