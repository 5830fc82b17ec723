import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import css from './admin.module.css'
import { Section } from './section.tsx'

export function DeviceSection({ wanted }: { readonly wanted: boolean }) {
  const { t } = useTranslation('admin')
  const format = useFormat()
  const status = useEngineQuery('app.status', {}).data
  const device = status?.device
  if (!status || !device) return null
  const facts = [
    [t('device.name'), device.deviceName],
    [t('device.code'), device.deviceCode],
    [t('device.unit'), `${device.unitName}, ${device.kecamatan}`],
    [t('device.version'), status.appVersion],
    [t('device.key'), t(status.insecureKey ? 'device.keyDemo' : 'device.keySafe')],
    [t('device.disk'), status.freeDiskBytes === null ? '' : format.bytes(status.freeDiskBytes)],
  ] as const
  return (
    <Section title={t('device.title')} wanted={wanted}>
      <dl className={css.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.note}>{t('device.data')}</p>
    </Section>
  )
}
