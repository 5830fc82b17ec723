import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import css from './city.module.css'
import type { CityDevice } from './city-device.ts'
import { instantOf, localOf } from './local-minute.ts'
import { MinuteField } from './minute-field.tsx'
import type { Said } from './said.tsx'
import { useCity } from './use-city.ts'
import { useZone } from './use-zone.ts'

type Act = InputOf<'city.device-act'>['act']
type Kind = Exclude<Act['kind'], 'make-code' | 'cancel-code'>
const reasons = ['stolen', 'lost', 'retired'] as const
type Reason = (typeof reasons)[number]

export interface DeviceDraft {
  readonly kind: Kind | ''
  readonly reason: Reason | ''
  readonly reportedAt: string
  /** Scope of the office that it is to move to. */
  readonly to: string
  readonly password: string
}

export const emptyDeviceDraft = (zone: string): DeviceDraft => ({
  kind: '',
  reason: '',
  reportedAt: localOf(Date.now(), zone),
  to: '',
  password: '',
})

interface DeviceFormProps {
  readonly device: CityDevice
  readonly draft: DeviceDraft
  readonly onDraft: (change: (before: DeviceDraft) => DeviceDraft) => void
  readonly onDone: (said: Said) => void
}

/** What may be done with it as it stands now. */
function kindsFor({ state, revoked, move, copySeen }: CityDevice): readonly Kind[] {
  if (state === 'revoked') return revoked?.workKept ? ['release'] : []
  return ['revoke', move ? 'cancel-move' : 'order-move', ...(copySeen ? (['readmit'] as const) : [])]
}

/** One act at a time, with all that it needs, signed with the own password. */
export function DeviceForm({ device, draft, onDraft, onDone }: DeviceFormProps) {
  const { t } = useTranslation('city')
  const zone = useZone()
  const change = (part: Partial<DeviceDraft>) => onDraft((before) => ({ ...before, ...part }))
  const { act, fault, pending } = useAct('city.device-act', ({ released }) => {
    const about = released ? t('devices.released', { count: released.acts, conflicts: released.conflicts }) : ''
    const what = t(`devices.did.${draft.kind || 'revoke'}`)
    onDone({ verdict: 'applied', code: null, caseId: null, about: `${device.deviceName}: ${what}. ${about}` })
  })
  const kinds = kindsFor(device)
  const wanted = actOf(device.deviceId, draft, zone)
  const ready = wanted !== null && draft.password !== '' && !pending
  const confirm = () => {
    if (!ready || wanted === null) return
    void act({ act: wanted, password: draft.password }).then(() => change({ password: '' }))
  }
  useShortcuts({ 'Control+Enter': confirm })
  if (kinds.length === 0) return null
  return (
    <>
      <SelectField
        id="device-act"
        label={t('devices.act')}
        value={draft.kind}
        choose={t('devices.chooseAct')}
        options={kinds.map((value) => ({ value, label: t(`devices.do.${value}`) }))}
        onChange={(value) => change({ kind: kinds.find((one) => one === value) ?? '' })}
      />
      {draft.kind !== '' && <p className={css.hint}>{t(`devices.means.${draft.kind}`)}</p>}
      {draft.kind === 'revoke' && <Loss draft={draft} onChange={change} />}
      {draft.kind === 'order-move' && <NewOffice from={device.scope} to={draft.to} onChange={(to) => change({ to })} />}
      {draft.kind !== '' && (
        <TextField
          id="device-password"
          type="password"
          label={t('password')}
          value={draft.password}
          max={256}
          onChange={(password) => change({ password })}
        />
      )}
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton look="primary" hint="Ctrl+Enter" aria-disabled={!ready} onClick={once(confirm)}>
          {draft.kind === '' ? t('devices.act') : t(`devices.do.${draft.kind}`)}
        </KeyButton>
      </DialogActions>
    </>
  )
}

/** Null while something is missing. */
function actOf(deviceId: string, { kind, reason, reportedAt, to }: DeviceDraft, zone: string): Act | null {
  const at = instantOf(reportedAt, zone)
  switch (kind) {
    case '':
      return null
    case 'revoke':
      return reason === '' || at === null ? null : { kind, deviceId, reason, reportedAt: at }
    case 'order-move':
      return to === '' ? null : { kind, deviceId, to }
    default:
      return { kind, deviceId }
  }
}

interface LossProps {
  readonly draft: DeviceDraft
  readonly onChange: (part: Partial<DeviceDraft>) => void
}

function Loss({ draft: { reason, reportedAt }, onChange }: LossProps) {
  const { t } = useTranslation('city')
  return (
    <div className={css.pair}>
      <SelectField
        id="device-reason"
        label={t('devices.why')}
        value={reason}
        choose={t('devices.why')}
        options={reasons.map((value) => ({ value, label: t(`devices.reason.${value}`) }))}
        onChange={(value) => onChange({ reason: reasons.find((one) => one === value) ?? '' })}
      />
      <MinuteField
        label={t('devices.reportedAt')}
        value={reportedAt}
        onChange={(next) => onChange({ reportedAt: next })}
      />
    </div>
  )
}

interface NewOfficeProps {
  /** Scope of the office where it is. */
  readonly from: string
  readonly to: string
  readonly onChange: (scope: string) => void
}

function NewOffice({ from, to, onChange }: NewOfficeProps) {
  const { t } = useTranslation('city')
  const units = useCity('city.units', {}).data?.units ?? []
  const here = useEngineQuery('app.status', {}).data?.device
  // A computer that is not needed anywhere goes to the Dinas, where this one stands.
  const dinas = here ? [{ scope: here.scope, name: here.unitName, kecamatan: here.kecamatan }] : []
  const others = [...dinas, ...units].filter(({ scope }) => scope !== from)
  return (
    <SelectField
      id="device-to"
      label={t('devices.to')}
      value={to}
      choose={t('devices.chooseUnit')}
      options={others.map((one) => ({ value: one.scope, label: `${one.name}, ${one.kecamatan}` }))}
      onChange={onChange}
    />
  )
}
