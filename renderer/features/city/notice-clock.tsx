import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import type { CityDevice } from './city-device.ts'

type Revoked = NonNullable<CityDevice['revoked']>

const soonSeconds = 24 * 3600

/** How much is left of the law's three days, or what became of a computer that nobody lost. */
export function NoticeClock({ revoked: { noticeDueAt, leftAt } }: { readonly revoked: Revoked }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  if (noticeDueAt === null) {
    return (
      <StatusTag tone={leftAt === null ? 'wait' : 'ok'} plain>
        {t(leftAt === null ? 'devices.notLeft' : 'devices.left')}
      </StatusTag>
    )
  }
  const left = (Date.parse(noticeDueAt) - Date.now()) / 1000
  return (
    <StatusTag tone={left < soonSeconds ? 'bad' : 'warn'} plain>
      {left > 0 ? t('devices.notice', { left: format.duration(left, 'short') }) : t('devices.noticeOver')}
    </StatusTag>
  )
}
