import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { MoreRows } from './more-rows.tsx'
import { PickList } from './pick-list.tsx'
import { useCityPages } from './use-city-pages.ts'

type Device = OutputOf<'city.devices'>['devices'][number]

/** Which computer has how many days and acts unsent: the one that most needs somebody first. `scope` null: of the whole city. */
export function DevicesPart({ scope }: { readonly scope: string | null }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const answer = useCityPages('city.devices', { scope })
  const devices = answer.pages.flatMap((page) => page.devices)
  const at = answer.pages[0]?.at
  return (
    <div className={css.column}>
      {answer.isSuccess ? (
        <>
          {at && <p className={css.asOf}>{t('devices.asOf', { time: format.when(at) })}</p>}
          <Devices devices={devices} />
          <MoreRows shown={devices.length} total={answer.total} onMore={answer.more} />
        </>
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
    </div>
  )
}

function Devices({ devices }: { readonly devices: readonly Device[] }) {
  const { t } = useTranslation('city')
  const cellsOf = useCells()
  const [chosen, choose] = useState<string | null>(null)
  if (devices.length === 0) return <EmptyState title={t('devices.none')} text={t('devices.noneText')} />
  return (
    <PickList
      label={t('devices.list')}
      rows={devices}
      keyOf={({ deviceId }) => deviceId}
      columns="104px minmax(150px, 1fr) minmax(110px, 1fr) 116px 112px 70px 108px 96px 56px"
      head={[
        t('devices.column.device'),
        t('devices.column.state'),
        t('column.unit'),
        t('devices.column.contact'),
        t('devices.column.unsent'),
        t('devices.column.oldest'),
        t('devices.column.disk'),
        t('devices.column.clock'),
        t('devices.column.version'),
      ]}
      cells={cellsOf}
      chosen={chosen}
      onChoose={choose}
      focus
      long
    />
  )
}

/** What is not known is said to be unknown, and never shown as nothing. */
function useCells() {
  const { t } = useTranslation('city')
  const format = useFormat()
  const unknown = t('devices.unsaid')
  return (one: Device) => [
    <b key="device">{one.deviceName}</b>,
    <State key="state" worries={one.worries} />,
    one.unitName,
    one.lastContactAt === null ? t('devices.worry.unheard') : format.when(one.lastContactAt),
    one.unsent === null ? unknown : format.number(one.unsent),
    one.oldestUnsentAt === null ? '' : format.age(one.oldestUnsentAt),
    one.freeDiskBytes === null ? unknown : format.bytes(one.freeDiskBytes),
    one.clockSkewSeconds === null ? unknown : format.duration(Math.abs(one.clockSkewSeconds), 'short'),
    one.appVersion,
  ]
}

function State({ worries }: Pick<Device, 'worries'>) {
  const { t } = useTranslation('city')
  const [first, ...others] = worries
  if (!first) {
    return (
      <StatusTag tone="ok" plain>
        {t('devices.well')}
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
