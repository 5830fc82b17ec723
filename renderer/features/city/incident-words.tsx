import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Format } from '../../app/format.ts'
import { serviceName } from '../../ui/service-name.ts'
import { StatusTag } from '../../ui/status-tag.tsx'

export type CityIncident = OutputOf<'city.incidents'>['incidents'][number]

export function StateTag({ incident: { to, withdrawnAt } }: { readonly incident: CityIncident }) {
  const { t } = useTranslation('city')
  if (withdrawnAt !== null)
    return (
      <StatusTag tone="wait" plain>
        {t('incidents.withdrawn')}
      </StatusTag>
    )
  return (
    <StatusTag tone={to === null ? 'bad' : 'ok'} plain>
      {t(to === null ? 'incidents.running' : 'incidents.over')}
    </StatusTag>
  )
}

export function Span({ incident: { from, to }, format }: { readonly incident: CityIncident; readonly format: Format }) {
  const { t } = useTranslation('city')
  const began = format.dateTime(from)
  return (
    <>
      {to === null
        ? t('incidents.since', { from: began })
        : t('incidents.span', { from: began, to: format.dateTime(to) })}
    </>
  )
}

/** Which units and services an incident struck, in words. */
export function useStruck(): (incident: CityIncident) => string {
  const { t } = useTranslation('city')
  return ({ units, services }) =>
    [
      units === null ? t('incidents.everywhere') : t('incidents.units', { count: units.length }),
      services === null ? t('incidents.allServices') : services.map(serviceName).join(', '),
    ].join(', ')
}
