import { useTranslation } from 'react-i18next'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { CityDevice } from './city-device.ts'
import { NoticeClock } from './notice-clock.tsx'

/** What most needs somebody at a computer, or that it is well. */
export function DeviceState({ device }: { readonly device: CityDevice }) {
  const { t } = useTranslation('city')
  const { worries, revoked, move } = device
  const [first, ...others] = worries
  if (revoked) return <NoticeClock revoked={revoked} />
  if (!first) {
    return (
      <StatusTag tone={move ? 'wait' : 'ok'} plain>
        {move ? t('devices.moves', { unit: move.toName }) : t('devices.well')}
      </StatusTag>
    )
  }
  const worry = t(`devices.worry.${first.kind}`)
  return (
    <StatusTag tone={first.stage === 'locked' ? 'bad' : 'warn'} plain>
      {others.length > 0 ? t('devices.more', { worry, count: others.length }) : worry}
    </StatusTag>
  )
}
