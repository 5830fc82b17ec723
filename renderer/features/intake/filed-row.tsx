import { CircleCheck, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { Filed } from './filed.ts'
import css from './filed-page.module.css'

interface FiledRowProps {
  readonly filed: Filed['filed'][number]
  readonly shown: OutputOf<'ekitir.slip'> | undefined
  /** Ctrl+P shows this one. */
  readonly next: boolean
}

/** One e-Kitir: for whom and what, its number, when it will be ready and where, and whether the citizen has it on paper. */
export function FiledRow({ filed: { serviceName, kitirNumber, kitirId }, shown, next }: FiledRowProps) {
  const { t } = useTranslation('intake')
  const { showEkitir } = useNavigation()
  const printed = shown?.pin === 'gone'
  return (
    <li>
      <CircleCheck aria-hidden="true" />
      <div>
        <p className={css.what}>
          {serviceName}
          {shown && (
            <>
              {' · '}
              <b>{shown.slip.subjectName ?? shown.slip.applicantName}</b>
            </>
          )}
        </p>
        <p className={`${css.number} num`}>{kitirNumber}</p>
        {shown && <Ready slip={shown.slip} />}
      </div>
      <div className={css.act}>
        {shown && (
          <StatusTag tone={printed ? 'ok' : 'warn'}>{t(printed ? 'filed.onPaper' : 'filed.notOnPaper')}</StatusTag>
        )}
        <KeyButton
          icon={<Printer aria-hidden="true" />}
          {...(next && { hint: 'Ctrl+P' })}
          onClick={() => showEkitir({ kind: 'slip', kitirId })}
        >
          {t('filed.slip')}
        </KeyButton>
      </div>
    </li>
  )
}

function Ready({ slip: { expectedAt, collectAt } }: Pick<OutputOf<'ekitir.slip'>, 'slip'>) {
  const { t } = useTranslation('intake')
  const format = useFormat()
  const words = [
    expectedAt && t('filed.ready', { at: format.dayTime(expectedAt) }),
    collectAt && t('filed.collect', { unit: collectAt }),
  ].filter(Boolean)
  return words.length > 0 && <p className={css.ready}>{words.join(' · ')}</p>
}
