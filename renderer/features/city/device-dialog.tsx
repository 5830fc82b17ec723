import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { PaperDialog } from '../../ui/paper-dialog.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import type { CityDevice } from './city-device.ts'
import { CityDialog } from './city-dialog.tsx'
import { DeviceForm, emptyDeviceDraft } from './device-form.tsx'
import { DeviceState } from './device-state.tsx'
import type { Said } from './said.tsx'
import { useCity, useForgottenWithMe } from './use-city.ts'
import { useSaveContents } from './use-save-contents.ts'
import { useZone } from './use-zone.ts'

interface DeviceDialogProps {
  /** null: not told at the moment. */
  readonly device: CityDevice | null
  readonly onClose: () => void
  readonly onDone: (said: Said) => void
}

/** One computer: what is known of it, who did what with it, what was on it, and what can be done. */
export function DeviceDialog({ device, onClose, onDone }: DeviceDialogProps) {
  const { t } = useTranslation('city')
  const zone = useZone()
  // Above the computer: what was begun stays while the line is gone.
  const [draft, setDraft] = useState(() => emptyDeviceDraft(zone))
  return (
    <CityDialog onClose={onClose} title={device ? device.deviceName : t('devices.list')} width={720}>
      {device && (
        <>
          <Facts device={device} />
          <Contents device={device} />
          <DeviceForm device={device} draft={draft} onDraft={setDraft} onDone={onDone} />
          <History deviceId={device.deviceId} />
        </>
      )}
    </CityDialog>
  )
}

function Facts({ device }: { readonly device: CityDevice }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const { revoked, move, copySeen } = device
  return (
    <section className={css.paper}>
      <h3>
        {device.unitName} <DeviceState device={device} />
      </h3>
      <p className={css.hint}>
        {[
          t('devices.fact.version', { version: device.appVersion }),
          device.lastContactAt && t('devices.fact.contact', { time: format.when(device.lastContactAt) }),
          device.unsent !== null && t('devices.fact.unsent', { count: device.unsent }),
          move && t('devices.moves', { unit: move.toName }),
          copySeen && t('devices.fact.copy'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {revoked && (
        <p className={css.hint}>
          {[
            revoked.reason && t(`devices.reason.${revoked.reason}`),
            revoked.reportedAt && t('devices.fact.reported', { time: format.when(revoked.reportedAt) }),
            revoked.noticeDueAt && t('devices.fact.due', { time: format.when(revoked.noticeDueAt) }),
            revoked.leftAt ? t('devices.fact.left', { time: format.when(revoked.leftAt) }) : t('devices.fact.notLeft'),
            revoked.workKept && t('devices.fact.workKept'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </section>
  )
}

/** Of whom there was data on it: as a paper, masked or whole, and as a file. */
function Contents({ device: { deviceId } }: { readonly device: CityDevice }) {
  const { t } = useTranslation('city')
  const [shown, show] = useState<boolean | null>(null)
  const save = useSaveContents()
  return (
    <section className={css.tools}>
      <KeyButton onClick={() => show(false)}>{t('devices.contents.masked')}</KeyButton>
      <KeyButton onClick={() => show(true)}>{t('devices.contents.whole')}</KeyButton>
      <KeyButton look="quiet" onClick={() => save({ deviceId, whole: false })}>
        {t('devices.contents.json')}
      </KeyButton>
      <PaperDialog
        paper={shown === null ? null : { kind: 'device-contents', id: deviceId, whole: shown }}
        onClose={() => show(null)}
      />
    </section>
  )
}

function History({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const answer = useCity('city.device-acts', { deviceId })
  useForgottenWithMe('city.device-acts', { deviceId })
  if (!answer.isSuccess) return <Awaited answer={answer} rows={1} />
  if (answer.data.acts.length === 0) return null
  return (
    <section className={css.paper}>
      <h3>{t('devices.history')}</h3>
      {answer.data.acts.map((act) => (
        <p key={`${act.at}-${act.kind}`} className={css.hint}>
          {t('devices.happened', {
            time: format.when(act.at),
            what: t(`devices.did.${act.kind as 'revoke'}`),
            who: act.by,
          })}
        </p>
      ))}
    </section>
  )
}
