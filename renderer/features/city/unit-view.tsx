import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { CardsPart } from './cards-part.tsx'
import { CasesPart } from './cases-part.tsx'
import css from './city.module.css'
import { ClaimsPart } from './claims-part.tsx'
import { ComplaintsPart } from './complaints-part.tsx'
import { type Said, SaidLine } from './said.tsx'
import { ShipmentsPart } from './shipments-part.tsx'
import { Tabs } from './tabs.tsx'
import type { UnitFigures, UnitPlace } from './urgency.ts'
import { useCity } from './use-city.ts'
import { WhileOnline } from './while-online.tsx'

interface UnitViewProps {
  readonly unit: UnitPlace
  readonly again: ReactNode
  readonly said: Said | null
  readonly onSaid: (said: Said | null) => void
  readonly onBack: () => void
}

const tabs = ['cards', 'shipments', 'cases', 'claims', 'complaints'] as const

/** One kelurahan: its figures, cards, parcels, cases and claims. */
export function UnitView({ unit, again, said, onSaid, onBack }: UnitViewProps) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const [tab, setTab] = useState<(typeof tabs)[number]>('cards')
  const units = useCity('city.units', {})
  const now = units.data?.units.find(({ scope }) => scope === unit.scope)
  const { kecamatan } = unit
  const leave = () => {
    onSaid(null)
    onBack()
  }
  useShortcuts({ Escape: leave })
  const back = (
    <>
      {again}
      <KeyButton hint="Esc" icon={<ArrowLeft />} onClick={leave}>
        {t('back')}
      </KeyButton>
    </>
  )
  return (
    <Page
      title={`${t('tab.units')} ${unit.name}`}
      lead={now ? t('units.unitIn', { kecamatan, time: format.when(now.lastContactAt) }) : t('units.in', { kecamatan })}
      actions={back}
      fill
    >
      {now && <Figures unit={now} />}
      <Tabs names={tabs} now={tab} onPick={setTab} />
      <SaidLine said={said} />
      <WhileOnline>
        {tab === 'cards' && <CardsPart unit={unit} onSaid={onSaid} />}
        {tab === 'shipments' && <ShipmentsPart scope={unit.scope} />}
        {tab === 'cases' && <CasesPart scope={unit.scope} onSaid={onSaid} />}
        {tab === 'claims' && <ClaimsPart scope={unit.scope} onSaid={onSaid} />}
        {tab === 'complaints' && <ComplaintsPart scope={unit.scope} onSaid={onSaid} />}
      </WhileOnline>
    </Page>
  )
}

const shown = ['late', 'dueSoon', 'ready', 'over30', 'over90', 'onTheWay', 'inQueue', 'complaints', 'unsent'] as const

function Figures({ unit }: { readonly unit: UnitFigures }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  return (
    <dl className={css.figures}>
      {shown.map((name) => (
        <div key={name}>
          <dt>{t(`figure.${name}`)}</dt>
          <dd data-tone={name === 'late' && unit.late > 0 ? 'bad' : undefined}>{format.number(unit[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
