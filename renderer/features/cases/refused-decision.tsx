import { OctagonAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type FaultCode, faultCodes } from '#shared/contract/errors.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './refused-decision.module.css'

/** A decision made here that the centre did not carry out: the case is open again, and why. */
export function RefusedDecision({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation(['cases', 'faults'])
  const engine = useEngine()
  const exceptions = useEngineQuery('sync.overview', {}).data?.exceptions ?? []
  const refused = exceptions.find(
    (one) => one.kind === 'refused' && one.actType === 'case.settle' && one.caseId === caseId,
  )
  if (!refused) return null
  const code = (refused.code in faultCodes ? refused.code : 'bug') as FaultCode
  const understood = () => void engine.call('sync.acknowledge', { id: refused.id }).catch(() => undefined)
  return (
    <div className={css.refused} role="alert">
      <OctagonAlert aria-hidden="true" />
      <div>
        <b>{t('refused.title')}</b>
        <span>
          {t(`faults:${code}.title`)}. {t(`faults:${code}.kept`)} {t(`faults:${code}.next`)}{' '}
          <small>{faultCodes[code].lkt}</small>
        </span>
      </div>
      <KeyButton size="small" onClick={understood}>
        {t('refused.understood')}
      </KeyButton>
    </div>
  )
}
