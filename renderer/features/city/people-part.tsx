import { UserPlus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { FirstPasswordDialog, type Given } from './first-password-dialog.tsx'
import { MoreRows } from './more-rows.tsx'
import type { Person } from './person.ts'
import { PersonDialog } from './person-dialog.tsx'
import { PickList } from './pick-list.tsx'
import type { Said } from './said.tsx'
import { UnitFilter } from './unit-filter.tsx'
import { useReload } from './use-city.ts'
import { useCityPages } from './use-city-pages.ts'

/** Petugas: who works in the city, made, changed, reset and ended by an administrator. */
export function PeoplePart({ onSaid }: { readonly onSaid: (said: Said | null) => void }) {
  const { t } = useTranslation('account')
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Person | 'new' | null>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const reload = useReload()
  useShortcuts({ 'Alt+KeyN': () => setOpen('new') }, open === null && given === null)
  const done = (said: Said, first: Given | null) => {
    if (said.verdict !== 'refused') setOpen(null)
    setGiven(first)
    onSaid(said)
    reload()
  }
  return (
    <div className={css.column}>
      <div className={css.tools}>
        <KeyButton hint="Alt+N" icon={<UserPlus />} onClick={() => setOpen('new')}>
          {t('people.add')}
        </KeyButton>
        <UnitFilter value={text} onChange={setText} label={t('people.filter')} hint={t('people.filterHint')} />
      </div>
      <People text={useDeferredValue(text.trim())} onOpen={setOpen} />
      {open && (
        <PersonDialog
          key={open === 'new' ? 'new' : open.personId}
          person={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      )}
      {given && <FirstPasswordDialog given={given} onClose={() => setGiven(null)} />}
    </div>
  )
}

function People({ text, onOpen }: { readonly text: string; readonly onOpen: (person: Person) => void }) {
  const { t } = useTranslation('account')
  const answer = useCityPages('city.staff', { scope: null, text })
  const cells = useCells()
  const [chosen, choose] = useState<string | null>(null)
  const people = answer.pages.flatMap((page) => page.people)
  if (!answer.isSuccess) return <Awaited answer={answer} rows={6} />
  if (people.length === 0) return <EmptyState title={t('people.none')} text={t('people.noneText')} />
  return (
    <>
      <PickList
        label={t('people.list')}
        rows={people}
        keyOf={({ personId }) => personId}
        columns="minmax(180px, 1.4fr) minmax(130px, 1fr) minmax(150px, 1fr) 130px 120px 110px"
        head={(['name', 'unit', 'roles', 'state', 'lastSignIn', 'factor'] as const).map((one) =>
          t(`people.column.${one}`),
        )}
        cells={cells}
        chosen={chosen}
        onChoose={choose}
        onOpen={onOpen}
        long
      />
      <MoreRows shown={people.length} total={answer.total} onMore={answer.more} />
    </>
  )
}

const tones = {
  active: 'ok',
  'first-password': 'wait',
  locked: 'bad',
  'no-account': 'warn',
  ended: 'off',
} as const

function useCells() {
  const { t } = useTranslation(['account', 'common'])
  const format = useFormat()
  return (one: Person) => [
    <span key="name">
      <b>{one.name}</b>
      <span className={css.under}>
        {one.username} · {one.code}
      </span>
    </span>,
    one.unitName,
    one.roles.map((role) => t(`common:role.${role}`)).join(', '),
    <StatusTag key="state" tone={tones[one.state]} plain>
      {t(`account:people.state.${one.state}`)}
    </StatusTag>,
    one.lastSignInAt === null ? t('account:people.never') : format.when(one.lastSignInAt),
    one.secondFactor ? t('account:people.factorOn') : t('account:people.factorOff'),
  ]
}
