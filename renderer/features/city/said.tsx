import { useTranslation } from 'react-i18next'
import type { CityVerdict } from '#shared/contract/engine/city.ts'
import { type FaultCode, faultCodes } from '#shared/contract/errors.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './city.module.css'

/** What the centre said of an act, and what the act was about where it came to something. */
export interface Said extends CityVerdict {
  readonly about?: string
}

const tones = { applied: 'ok', conflict: 'clash', refused: 'bad', waiting: 'wait' } as const
const ownCodes = [
  'case-settled',
  'case-grown',
  'case-unknown',
  'evidence-pending',
  'decision-unfit',
  'wrong-state',
  'case-open',
  'incident-ended',
  'incident-withdrawn',
  'incident-times',
  'username-form',
  'username-nik',
  'username-taken',
  'own-account',
  'person-unknown',
  'person-ended',
] as const

/** The centre's word about the last act, above what it was about. */
export function SaidLine({ said }: { readonly said: Said | null }) {
  const { t } = useTranslation('city')
  const why = useWhy()
  return (
    <div role="status">
      {said && (
        <div className={css.said}>
          <StatusTag tone={tones[said.verdict]}>{t(`saidShort.${said.verdict}`)}</StatusTag>
          <p>
            {t(`said.${said.verdict}`, { why: why(said.code) })} {said.verdict !== 'refused' && said.about}
          </p>
        </div>
      )}
    </div>
  )
}

function useWhy(): (code: string | null) => string {
  const { t } = useTranslation(['city', 'faults'])
  return (code) => {
    if (code === null) return ''
    const known = ownCodes.find((one) => one === code)
    if (known) return t(`city:why.${known}`)
    if (code in faultCodes) return `${t(`faults:${code as FaultCode}.title`)}.`
    return t('city:why.other', { code })
  }
}
