import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useUpdateWords } from '../../ui/update-words.ts'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

/** What this computer is to the centre, and which Loket runs on it. */
export function DeviceFacts() {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const updateWords = useUpdateWords()
  const { data } = useEngineQuery('app.status', {})
  if (!data) return null
  const unknown = t('device.unknown')
  const update = updateWords(data.update)
  const facts = [
    [t('device.code'), data.device?.deviceCode ?? unknown],
    [t('device.name'), data.device?.deviceName ?? unknown],
    [t('device.unit'), data.device ? `${data.device.unitName}, ${data.device.kecamatan}` : unknown],
    [t('device.scope'), data.device?.scope ?? unknown],
    [t('device.zone'), data.device?.zone ?? unknown],
    [t('device.version'), data.appVersion],
    [t('device.update'), update ? `${update.title}. ${update.why}` : t('device.noUpdate')],
    [t('device.key'), data.insecureKey ? t('device.keyDemo') : t('device.keySafe')],
    [t('device.disk'), data.freeDiskBytes === null ? unknown : format.bytes(data.freeDiskBytes)],
  ] as const
  return (
    <Section id="device" title={t('device.title')}>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
