import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { IncidentDialog } from './incident-dialog.tsx'
import { IncidentForm } from './incident-form.tsx'
import { type CityIncident, Span, StateTag, useStruck } from './incident-words.tsx'
import { PickList } from './pick-list.tsx'
import type { Said } from './said.tsx'
import { useCity } from './use-city.ts'

/** In the place of an id: the form of one that is not registered yet. */
const newOne = 'new'

/** The register of what stopped the clocks: outages of the central network, and no blanks. */
export function IncidentsPart({ onSaid }: { readonly onSaid: (said: Said | null) => void }) {
  const { t } = useTranslation('city')
  const answer = useCity('city.incidents', {})
  const [opened, open] = useState<string | null>(null)
  const begin = () => open(newOne)
  useShortcuts({ 'Alt+KeyN': begin })
  const { incidents = [], services = [] } = answer.data ?? {}
  const close = () => open(null)
  const done = (said: Said) => {
    close()
    onSaid(said)
  }
  return (
    <div className={css.column}>
      <div className={css.tools}>
        <KeyButton look="primary" hint="Alt+N" icon={<Plus />} onClick={begin}>
          {t('incidents.register')}
        </KeyButton>
      </div>
      {answer.isSuccess ? (
        <Register incidents={incidents} onOpen={open} focus={opened === null} />
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
      {opened === newOne && <IncidentForm services={services} onClose={close} onDone={done} />}
      {opened !== null && opened !== newOne && (
        <IncidentDialog
          incident={incidents.find(({ incidentId }) => incidentId === opened) ?? null}
          onClose={close}
          onDone={done}
        />
      )}
    </div>
  )
}

interface RegisterProps {
  readonly incidents: readonly CityIncident[]
  readonly onOpen: (incidentId: string) => void
  readonly focus: boolean
}

function Register({ incidents, onOpen, focus }: RegisterProps) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const struck = useStruck()
  const [chosen, choose] = useState<string | null>(null)
  if (incidents.length === 0) return <EmptyState title={t('incidents.none')} text={t('incidents.noneText')} />
  return (
    <PickList
      label={t('incidents.list')}
      rows={incidents}
      keyOf={({ incidentId }) => incidentId}
      columns="210px 140px minmax(200px, 1fr) 200px minmax(160px, 1fr)"
      head={[
        t('incidents.kindField'),
        t('column.level'),
        t('case.at'),
        t('incidents.someUnits'),
        t('incidents.source'),
      ]}
      cells={(one) => [
        <b key="kind">{t(`incidents.kind.${one.kind}`)}</b>,
        <StateTag key="state" incident={one} />,
        <Span key="span" incident={one} format={format} />,
        struck(one),
        one.source,
      ]}
      chosen={chosen}
      onChoose={choose}
      onOpen={({ incidentId }) => onOpen(incidentId)}
      focus={focus}
    />
  )
}
