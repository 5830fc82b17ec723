import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import chips from '../../ui/chips.module.css'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import type { CityDevice } from './city-device.ts'
import { CodesDialog } from './codes-dialog.tsx'
import { DeviceDialog } from './device-dialog.tsx'
import { DeviceState } from './device-state.tsx'
import { MoreRows } from './more-rows.tsx'
import { PickList } from './pick-list.tsx'
import type { Said } from './said.tsx'
import { useCityPages } from './use-city-pages.ts'

interface DevicesPartProps {
  /** null: of the whole city. */
  readonly scope: string | null
  readonly onSaid: (said: Said | null) => void
}

/** In the place of an id: the codes for new computers. */
const codes = 'codes'

/** Which computer has how many days and acts unsent: the one that most needs somebody first. What can be done with one opens with Enter. */
export function DevicesPart({ scope, onSaid }: DevicesPartProps) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const [revoked, showRevoked] = useState(false)
  const [opened, open] = useState<string | null>(null)
  const answer = useCityPages('city.devices', { scope, revoked })
  const devices = answer.pages.flatMap((page) => page.devices)
  const at = answer.pages[0]?.at
  const close = () => open(null)
  const done = (said: Said) => {
    close()
    onSaid(said)
  }
  const turn = () => showRevoked(!revoked)
  useShortcuts({ 'Alt+KeyN': () => open(codes), 'Alt+KeyL': turn })
  return (
    <div className={css.column}>
      <div className={css.tools}>
        <button type="button" className={chips.chip} aria-pressed={revoked} aria-keyshortcuts="Alt+L" onClick={turn}>
          {t('devices.revokedOnes')} <Keys>Alt+L</Keys>
        </button>
        <KeyButton look="primary" hint="Alt+N" icon={<KeyRound />} onClick={() => open(codes)}>
          {t('devices.codes')}
        </KeyButton>
      </div>
      {answer.isSuccess ? (
        <>
          {at && <p className={css.asOf}>{t('devices.asOf', { time: format.when(at) })}</p>}
          <Devices devices={devices} revoked={revoked} onOpen={open} focus={opened === null} />
          <MoreRows shown={devices.length} total={answer.total} onMore={answer.more} />
        </>
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
      {opened === codes && <CodesDialog scope={scope} onClose={close} />}
      {opened !== null && opened !== codes && (
        <DeviceDialog
          device={devices.find(({ deviceId }) => deviceId === opened) ?? null}
          onClose={close}
          onDone={done}
        />
      )}
    </div>
  )
}

interface DevicesProps {
  readonly devices: readonly CityDevice[]
  readonly revoked: boolean
  readonly onOpen: (deviceId: string) => void
  readonly focus: boolean
}

function Devices({ devices, revoked, onOpen, focus }: DevicesProps) {
  const { t } = useTranslation('city')
  const cellsOf = useCells()
  const [chosen, choose] = useState<string | null>(null)
  if (devices.length === 0 && revoked)
    return <EmptyState title={t('devices.noneRevoked')} text={t('devices.noneRevokedText')} />
  if (devices.length === 0) return <EmptyState title={t('devices.none')} text={t('devices.noneText')} />
  return (
    <PickList
      label={t(revoked ? 'devices.revokedList' : 'devices.list')}
      rows={devices}
      keyOf={({ deviceId }) => deviceId}
      columns="96px minmax(206px, 1.4fr) minmax(90px, 1fr) 112px 108px 64px 100px 84px 52px"
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
      onOpen={({ deviceId }) => onOpen(deviceId)}
      focus={focus}
      long
    />
  )
}

/** What is not known is said to be unknown, and never shown as nothing. */
function useCells() {
  const { t } = useTranslation('city')
  const format = useFormat()
  const unknown = t('devices.unsaid')
  return (one: CityDevice) => [
    <b key="device">{one.deviceName}</b>,
    <DeviceState key="state" device={one} />,
    one.unitName,
    one.lastContactAt === null ? t('devices.worry.unheard') : format.when(one.lastContactAt),
    one.unsent === null ? unknown : format.number(one.unsent),
    one.oldestUnsentAt === null ? '' : format.age(one.oldestUnsentAt),
    one.freeDiskBytes === null ? unknown : format.bytes(one.freeDiskBytes),
    one.clockSkewSeconds === null ? unknown : format.duration(Math.abs(one.clockSkewSeconds), 'short'),
    one.appVersion,
  ]
}
