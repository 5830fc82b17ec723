import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { faultOf } from '../../app/engine-hooks.ts'
import { FaultLine } from '../../ui/states.tsx'
import css from './city.module.css'
import { useCity } from './use-city.ts'

type Incident = InputOf<'city.register-incident'>

/** What an incident would stop if it were registered as the form says; that this is not known, where the centre could not say. */
export function Effects({ incident }: { readonly incident: Incident | null }) {
  const { t } = useTranslation('city')
  const { from = '', to = null, units = null, services = null } = incident ?? {}
  const answer = useCity('city.incident-effects', { from, to, units, services }, { enabled: incident !== null })
  if (incident === null) return null
  return (
    <>
      {answer.isError && <FaultLine fault={faultOf(answer.error)} extra={t('incidents.effectsUnknown')} kept={false} />}
      <div role="status">
        {answer.isSuccess ? (
          <p className={css.effect}>
            <EffectWords effects={answer.data} />
          </p>
        ) : (
          answer.isFetching && <p className={css.effect}>{t('incidents.counting')}</p>
        )}
      </div>
    </>
  )
}

function EffectWords({ effects }: { readonly effects: OutputOf<'city.incident-effects'> }) {
  const { t } = useTranslation('city')
  const { applications, units, decidedClaims } = effects
  return (
    <>
      {applications === 0 ? t('incidents.noEffect') : t('incidents.effects', { count: applications, units })}{' '}
      {decidedClaims > 0 && t('incidents.decided', { count: decidedClaims })}
    </>
  )
}
