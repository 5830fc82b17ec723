import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoles } from '#shared/domain/staff/permissions.ts'
import { useStaff } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { CasesPart } from './cases-part.tsx'
import { ClaimsPart } from './claims-part.tsx'
import { ComplaintsPart } from './complaints-part.tsx'
import { DevicesPart } from './devices-part.tsx'
import { IncidentsPart } from './incidents-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { type Said, SaidLine } from './said.tsx'
import { Tabs } from './tabs.tsx'
import { UnitFilter } from './unit-filter.tsx'
import { UnitView } from './unit-view.tsx'
import { UnitsPart } from './units-part.tsx'
import { placeOf, type UnitPlace } from './urgency.ts'
import { useForgetting, useReload } from './use-city.ts'
import { WhileOnline } from './while-online.tsx'

const forAll = ['units', 'cases', 'claims', 'incidents', 'complaints', 'devices'] as const
const forAdmins = [...forAll, 'people'] as const
type Tab = (typeof forAdmins)[number]

/** Kota: every kelurahan as the centre knows it now. Without the centre there is nothing to show, but where one was and what one had begun stays. */
export function CityScreen() {
  const { t } = useTranslation('city')
  const { roles } = useStaff()
  const admin = callRoles['city.staff'].some((role) => roles.includes(role))
  const [tab, setTab] = useState<Tab>('units')
  const [unit, setUnit] = useState<UnitPlace | null>(null)
  const [filter, setFilter] = useState('')
  const [said, setSaid] = useState<Said | null>(null)
  useForgetting()
  const reload = useReload()
  useShortcuts({ 'Alt+KeyM': reload })
  const again = (
    <KeyButton look="quiet" hint="Alt+M" icon={<RotateCw />} onClick={reload}>
      {t('reload')}
    </KeyButton>
  )
  const pick = (next: Tab) => {
    setSaid(null)
    setTab(next)
  }
  if (unit) return <UnitView unit={unit} again={again} said={said} onSaid={setSaid} onBack={() => setUnit(null)} />
  return (
    <Page title={t('title')} actions={again} fill>
      <Tabs<Tab> names={admin ? forAdmins : forAll} now={tab} onPick={pick}>
        {tab === 'units' && <UnitFilter value={filter} onChange={setFilter} />}
      </Tabs>
      <SaidLine said={said} />
      <WhileOnline>
        {tab === 'units' && <UnitsPart filter={filter} onOpen={(one) => setUnit(placeOf(one))} />}
        {tab === 'cases' && <CasesPart scope={null} onSaid={setSaid} />}
        {tab === 'claims' && <ClaimsPart scope={null} onSaid={setSaid} />}
        {tab === 'complaints' && <ComplaintsPart scope={null} onSaid={setSaid} />}
        {tab === 'devices' && <DevicesPart scope={null} onSaid={setSaid} />}
        {tab === 'incidents' && <IncidentsPart onSaid={setSaid} />}
        {tab === 'people' && <PeoplePart onSaid={setSaid} />}
      </WhileOnline>
    </Page>
  )
}
