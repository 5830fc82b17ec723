import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { PaperAsked } from '#shared/contract/engine/papers.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { PaperDialog } from '../../ui/paper-dialog.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { CityDialog } from './city-dialog.tsx'
import { useCity, useForgottenWithMe, useReload } from './use-city.ts'

type Made = NonNullable<OutputOf<'city.device-act'>['code']>

const slipOf = ({ codeId, unitName, expiresAt, serverUrl, code, centreKey, authority }: Made): PaperAsked => ({
  kind: 'enrolment-slip',
  codeId,
  unitName,
  expiresAt,
  slip: { serverUrl, code, centreKey, authority },
})

interface CodesDialogProps {
  /** null: of the whole city. */
  readonly scope: string | null
  readonly onClose: () => void
}

/** Codes for new computers: one is made, shown and printed as a slip; those that are open can be cancelled. */
export function CodesDialog({ scope, onClose }: CodesDialogProps) {
  const { t } = useTranslation('city')
  const [made, setMade] = useState<Made | null>(null)
  const [password, setPassword] = useState('')
  if (made) return <PaperDialog paper={slipOf(made)} onClose={onClose} />
  return (
    <CityDialog onClose={onClose} title={t('devices.codes')} width={680}>
      <NewCode scope={scope} password={password} onPassword={setPassword} onMade={setMade} />
      <OpenCodes password={password} />
    </CityDialog>
  )
}

interface NewCodeProps {
  readonly scope: string | null
  readonly password: string
  readonly onPassword: (password: string) => void
  readonly onMade: (made: Made) => void
}

const lengths = ['1', '2', '7'] as const

function NewCode({ scope, password, onPassword, onMade }: NewCodeProps) {
  const { t } = useTranslation('city')
  const [unit, setUnit] = useState(scope ?? '')
  const [days, setDays] = useState('2')
  const units = useCity('city.units', {}).data?.units ?? []
  const reload = useReload()
  const { act, fault, pending } = useAct('city.device-act', ({ code }) => {
    reload()
    if (code) onMade(code)
  })
  const ready = unit !== '' && days !== '' && password !== '' && !pending
  const make = () => {
    if (ready) void act({ act: { kind: 'make-code', scope: unit, days: Number(days) }, password })
  }
  useShortcuts({ 'Control+Enter': make })
  return (
    <>
      <p className={css.hint}>{t('devices.codesLead')}</p>
      <div className={css.pair}>
        <SelectField
          id="code-unit"
          label={t('devices.codeUnit')}
          value={unit}
          choose={t('devices.chooseUnit')}
          options={units.map((one) => ({ value: one.scope, label: `${one.name}, ${one.kecamatan}` }))}
          onChange={setUnit}
        />
        <SelectField
          id="code-days"
          label={t('devices.codeDays')}
          value={days}
          choose={t('devices.codeDays')}
          options={lengths.map((value) => ({ value, label: t('devices.days', { count: Number(value) }) }))}
          onChange={setDays}
        />
      </div>
      <TextField
        id="code-password"
        type="password"
        label={t('password')}
        value={password}
        max={256}
        onChange={onPassword}
      />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton look="primary" hint="Ctrl+Enter" aria-disabled={!ready} onClick={once(make)}>
          {t('devices.makeCode')}
        </KeyButton>
      </DialogActions>
    </>
  )
}

/** A code itself is not shown again: whoever lost the slip cancels it and makes another. */
function OpenCodes({ password }: { readonly password: string }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const answer = useCity('city.enrolment-codes', {})
  useForgottenWithMe('city.enrolment-codes', {})
  const { act, fault, pending } = useAct('city.device-act', () => void answer.refetch())
  if (!answer.isSuccess) return <Awaited answer={answer} rows={1} />
  if (answer.data.codes.length === 0) return <p className={css.hint}>{t('devices.noCodes')}</p>
  const cancel = (codeId: string) => {
    if (!pending && password !== '') void act({ act: { kind: 'cancel-code', codeId }, password })
  }
  return (
    <section className={css.paper}>
      <h3>{t('devices.openCodes')}</h3>
      {answer.data.codes.map(({ codeId, unitName, madeBy, expiresAt }) => (
        <p key={codeId} className={css.codeLine}>
          <span>{t('devices.codeLine', { unit: unitName, who: madeBy ?? '-', until: format.when(expiresAt) })}</span>
          <KeyButton
            look="quiet"
            aria-label={t('devices.cancelCodeOf', { unit: unitName })}
            aria-disabled={password === '' || pending}
            onClick={() => cancel(codeId)}
          >
            {t('devices.cancelCode')}
          </KeyButton>
        </p>
      ))}
      {fault && <FaultLine fault={fault} />}
    </section>
  )
}
