import { Camera, CircleUser, KeyRound, Monitor, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFaultWords } from '../../ui/fault-words.ts'
import { useNavigation } from '../navigation.tsx'
import { useSession } from '../session.tsx'
import type { CameraState } from './camera-state.ts'
import { More, Part } from './status-part.tsx'

type Status = OutputOf<'app.status'>
interface StatusProps {
  readonly status: Status
}

/** Only where the data's key is not protected (demonstration). */
export function InsecureKey({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  if (!status.insecureKey) return null
  return (
    <Part icon={KeyRound} look="warn" label={<More>{t('status.insecure')}</More>} explain={t('explain.insecure')} />
  )
}

/** Trouble is said in words however little room there is. */
function Word({ quiet, children }: { readonly quiet: boolean; readonly children: string }) {
  const word = <b>{children}</b>
  return quiet ? <More>{word}</More> : word
}

/** The receipt printer, as last heard. */
export function PrinterPart({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const faults = useFaultWords()
  const { go } = useNavigation()
  const { state, waitingJobs, fault } = status.printer
  const explain: Record<Status['printer']['state'], string> = {
    ready: t('explain.printerReady'),
    'not-set': t('explain.printerNotSet'),
    unknown: t('explain.printerUnknown'),
    // A test print that failed leaves nothing in the queue.
    trouble: fault ? faults.sentence(fault.code, waitingJobs > 0) : t('explain.printerUnknown'),
  }
  return (
    <Part
      icon={Printer}
      look={state === 'trouble' ? 'warn' : undefined}
      label={
        <>
          <More>{t('status.printer')} </More>
          <Word quiet={state !== 'trouble'}>{t(`status.printerState.${state}`)}</Word>
        </>
      }
      explain={
        waitingJobs > 0 ? `${explain[state]} ${t('explain.printerWaiting', { count: waitingJobs })}` : explain[state]
      }
      act={
        waitingJobs > 0
          ? { label: t('act.openPrints'), run: () => go({ name: 'sync' }) }
          : { label: t('act.openPrinter'), run: () => go({ name: 'settings', section: 'printer' }) }
      }
    />
  )
}

/** The webcam. */
export function CameraPart({ state }: { readonly state: CameraState }) {
  const { t } = useTranslation('frame')
  const { go } = useNavigation()
  const explain: Record<CameraState, string> = {
    ready: t('explain.cameraReady'),
    none: t('explain.cameraNone'),
    denied: t('explain.cameraDenied'),
    unknown: t('explain.cameraReady'),
  }
  return (
    <Part
      icon={Camera}
      label={
        <>
          <More>{t('status.camera')} </More>
          <Word quiet={state === 'ready' || state === 'unknown'}>{t(`status.cameraState.${state}`)}</Word>
        </>
      }
      explain={explain[state]}
      act={{ label: t('act.openCamera'), run: () => go({ name: 'settings', section: 'camera' }) }}
    />
  )
}

/** This computer's name in the unit. */
export function Device({ status }: StatusProps) {
  const { t } = useTranslation('frame')
  const { go } = useNavigation()
  const { device } = status
  if (!device) return <Part icon={Monitor} label={t('status.noDevice')} explain={t('status.noDevice')} />
  return (
    <Part
      icon={Monitor}
      label={device.deviceName}
      explain={t('explain.device', { code: device.deviceCode, name: device.deviceName, unit: device.unitName })}
      act={{ label: t('act.openDevice'), run: () => go({ name: 'settings', section: 'device' }) }}
    />
  )
}

/** `Rini Wulandari` as `Rini W.`, to leave room. */
const shortName = (name: string) => {
  const [first = '', second] = name.split(/\s+/)
  return second ? `${first} ${second.charAt(0)}.` : first
}

/** Who is signed in. */
export function Person() {
  const { t } = useTranslation(['frame', 'common'])
  const { staff, lock } = useSession()
  if (!staff) return <Part icon={CircleUser} label={t('status.nobody')} explain={t('status.nobody')} />
  const role = t(`common:role.${staff.roles[0] ?? 'counter'}`)
  return (
    <Part
      icon={CircleUser}
      label={
        <>
          {shortName(staff.name)}
          <More> · {role.toLowerCase()}</More>
        </>
      }
      explain={t('explain.staff', { name: staff.name, code: staff.code, role: role.toLowerCase() })}
      act={{ label: t('act.lock'), run: lock }}
    />
  )
}
