import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { serviceName } from '../../ui/service-name.ts'
import { FaultLine } from '../../ui/states.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import css from './city.module.css'
import { CityDialog } from './city-dialog.tsx'
import { Effects } from './incident-effects.tsx'
import { instantOf, localOf } from './local-minute.ts'
import { ManyOf } from './many-of.tsx'
import { MinuteField } from './minute-field.tsx'
import type { Said } from './said.tsx'
import { useCity } from './use-city.ts'
import { useZone } from './use-zone.ts'

type Incident = InputOf<'city.register-incident'>

interface Draft {
  readonly kind: Incident['kind']
  readonly from: string
  readonly to: string
  readonly units: readonly string[]
  readonly services: readonly string[]
  readonly source: string
}

interface IncidentFormProps {
  readonly services: readonly string[]
  readonly onClose: () => void
  readonly onDone: (said: Said) => void
}

/** Enters an incident: kind, time, whom it struck, and who said so; beneath stands what it would stop. */
export function IncidentForm({ services, onClose, onDone }: IncidentFormProps) {
  const { t } = useTranslation('city')
  const zone = useZone()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(zone))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const units = useCity('city.units', {}).data?.units ?? []
  const { incident, problem } = incidentFrom(draft, zone)
  return (
    <CityDialog onClose={onClose} title={t('incidents.register')} width={760}>
      <WhatAndWhen draft={draft} onChange={change} />
      <div className={css.pair}>
        <ManyOf
          label={t('incidents.someUnits')}
          none={t('incidents.whole')}
          options={units.map(({ scope, name, kecamatan }) => ({ value: scope, label: `${name}, ${kecamatan}` }))}
          chosen={draft.units}
          onChange={(chosen) => change({ units: chosen })}
        />
        <ManyOf
          label={t('incidents.services')}
          none={t('incidents.allServices')}
          options={services.map((value) => ({ value, label: serviceName(value) }))}
          chosen={draft.services}
          onChange={(chosen) => change({ services: chosen })}
        />
      </div>
      <TextField
        id="incident-source"
        label={t('incidents.sourceField')}
        value={draft.source}
        max={500}
        onChange={(source) => change({ source })}
      />
      <Effects incident={incident} />
      <Confirm incident={draft.source.trim() === '' ? null : incident} problem={problem} onDone={onDone} />
    </CityDialog>
  )
}

const emptyDraft = (zone: string): Draft => ({
  kind: 'outage',
  from: localOf(Date.now(), zone),
  to: '',
  units: [],
  services: [],
  source: '',
})

/** What the form says; null while its times say nothing yet, or nothing possible. */
function incidentFrom(draft: Draft, zone: string): { incident: Incident | null; problem: 'missing' | 'badTimes' } {
  const [from, to] = [instantOf(draft.from, zone), draft.to === '' ? null : instantOf(draft.to, zone)]
  if (from === null || (draft.to !== '' && to === null)) return { incident: null, problem: 'missing' }
  if (to !== null && to <= from) return { incident: null, problem: 'badTimes' }
  const { kind, source } = draft
  const units = draft.units.length === 0 ? null : [...draft.units]
  const services = draft.services.length === 0 ? null : [...draft.services]
  return { incident: { kind, from, to, units, services, source: source.trim() }, problem: 'missing' }
}

interface WhatAndWhenProps {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

function WhatAndWhen({ draft, onChange }: WhatAndWhenProps) {
  const { t } = useTranslation('city')
  const kinds = (['outage', 'no-blanks'] as const).map((value) => ({ value, label: t(`incidents.kind.${value}`) }))
  return (
    <>
      <SelectField
        id="incident-kind"
        label={t('incidents.kindField')}
        value={draft.kind}
        choose={t('incidents.kindField')}
        options={kinds}
        onChange={(kind) => onChange({ kind: kind === 'no-blanks' ? 'no-blanks' : 'outage' })}
      />
      <div className={css.pair}>
        <MinuteField autoFocus label={t('incidents.from')} value={draft.from} onChange={(from) => onChange({ from })} />
        <MinuteField label={t('incidents.to')} value={draft.to} onChange={(to) => onChange({ to })} />
      </div>
    </>
  )
}

interface ConfirmProps {
  readonly incident: Incident | null
  readonly problem: 'missing' | 'badTimes'
  readonly onDone: (said: Said) => void
}

function Confirm({ incident, problem, onDone }: ConfirmProps) {
  const { t } = useTranslation('city')
  const { act, fault, pending } = useAct('city.register-incident', onDone)
  const ready = incident !== null && !pending
  const confirm = () => ready && void act(incident)
  useShortcuts({ 'Control+Enter': confirm })
  return (
    <>
      {incident === null && <p className={css.hint}>{t(`incidents.${problem}`)}</p>}
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton look="primary" hint="Ctrl+Enter" aria-disabled={!ready} onClick={once(confirm)}>
          {t('incidents.register')}
        </KeyButton>
      </DialogActions>
    </>
  )
}
