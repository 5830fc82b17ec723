import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { type Check, type CheckKind, checkEquipment } from '#shared/domain/trip/readiness.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { type Format, useFormat } from '../../app/format.ts'
import { useCameraState } from '../../app/frame/camera-state.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useSession } from '../../app/session.tsx'
import { useBattery } from './use-battery.ts'

type Ready = OutputOf<'trip.readiness'>

/** What the engine and this window know of the laptop, judged line by line. */
export function useChecks(tripId: string) {
  const { t } = useTranslation('trips')
  const format = useFormat()
  const found = useEngineQuery('trip.readiness', { tripId })
  const ready = found.data
  const battery = useBattery()
  const camera = useCameraState()
  const repairs = useRepairs(tripId, () => void found.refetch())
  const list = ready ? listOf(ready, battery, camera) : []
  return {
    known: ready !== undefined,
    list,
    said: (kind: CheckKind) => (ready ? saidOf(kind, { ready, battery, camera }, t, format) : ''),
    repair: (kind: CheckKind, onPlan: () => void) => (kind === 'plan' ? onPlan : repairs[kind]),
  }
}

type BatteryState = ReturnType<typeof useBattery>
type Camera = ReturnType<typeof useCameraState>

const hour = 3_600_000

function listOf(ready: Ready, battery: BatteryState, camera: Camera): Check[] {
  const whole = ready.dataAsOf !== null && ready.scopes.every((one) => one.whole)
  const age = ready.dataAsOf === null ? 0 : (Date.parse(ready.now) - Date.parse(ready.dataAsOf)) / hour
  return [
    ...checkEquipment({
      ...ready,
      batteryPercent: battery?.percent ?? null,
      charging: battery?.charging ?? null,
      dataAgeHours: whole ? Math.max(0, Math.round(age * 10) / 10) : null,
      camera,
    }),
  ]
}

interface Known {
  readonly ready: Ready
  readonly battery: BatteryState
  readonly camera: Camera
}

type T = ReturnType<typeof useTranslation<'trips'>>['t']

function saidOf(kind: CheckKind, { ready, battery, camera }: Known, t: T, format: Format): string {
  switch (kind) {
    case 'plan':
      return t('ready.said.plan', { count: ready.places })
    case 'data':
      return saidOfData(ready, t, format)
    case 'unsent':
      return ready.unsent === 0 ? t('ready.said.unsentNone') : t('ready.said.unsent', { count: ready.unsent })
    case 'battery':
      if (battery === null) return t('ready.said.unknown')
      return t(battery.charging ? 'ready.said.charging' : 'ready.said.battery', { percent: battery.percent })
    case 'disk':
      return ready.freeDiskBytes === null
        ? t('ready.said.unknown')
        : t('ready.said.disk', { size: format.bytes(ready.freeDiskBytes) })
    case 'printer':
      return t(`ready.said.printer.${ready.printer}`)
    case 'camera':
      return t(`ready.said.camera.${camera}`)
    case 'sign-in':
      return ready.signInDaysLeft ? t('ready.said.days', { count: ready.signInDaysLeft }) : t('ready.said.noDays')
    case 'pin':
      return t(ready.hasPin ? 'ready.said.pin' : 'ready.said.noPin')
    case 'cards':
      return ready.cardsOut === 0 ? t('ready.said.noCards') : t('ready.said.cards', { count: ready.cardsOut })
  }
}

function saidOfData({ scopes, dataAsOf }: Ready, t: T, format: Format): string {
  const open = scopes.filter(({ whole }) => !whole)
  const names = (of: typeof scopes) => of.map(({ name }) => name).join(', ')
  if (dataAsOf === null || open.length > 0)
    return t('ready.said.dataMissing', { scopes: names(open.length > 0 ? open : scopes) })
  return t('ready.said.data', { scopes: names(scopes), time: format.when(dataAsOf) })
}

/** What each red line leads to. */
function useRepairs(tripId: string, again: () => void): Record<Exclude<CheckKind, 'plan'>, () => void> {
  const engine = useEngine()
  const { go } = useNavigation()
  const { lock } = useSession()
  const sync = () =>
    void engine
      .call('sync.now', {})
      .catch(() => undefined)
      .finally(again)
  return {
    data: sync,
    unsent: sync,
    battery: again,
    disk: again,
    printer: () => go({ name: 'settings', section: 'printer' }),
    camera: () => go({ name: 'settings', section: 'camera' }),
    'sign-in': lock,
    pin: () => go({ name: 'settings' }),
    cards: () => go({ name: 'team', tripId }),
  }
}
