import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Chips } from '../../ui/chips.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ApplicationSearch } from './application-search.tsx'
import css from './applications-screen.module.css'
import { FiledList } from './filed-list.tsx'
import { OwnDrafts } from './own-drafts.tsx'
import { filters, type Shown, useCounts } from './use-counts.ts'

/** Permohonan: what was filed here, by where it stands, and what was begun. */
export function ApplicationsScreen({ id }: { readonly id?: string | undefined }) {
  const { t } = useTranslation('applications')
  const { go } = useNavigation()
  const [shown, show] = useState<Shown>(id ? 'all' : 'open')
  const [search, setSearch] = useState('')
  const counts = useCounts()
  const begin = () => go({ name: 'intake' })
  const beside = (step: number) => () => {
    const next = filters[(filters.indexOf(shown) + step + filters.length) % filters.length]
    if (next) show(next)
  }
  useShortcuts({ 'Alt+KeyN': begin, 'Control+Tab': beside(1), 'Control+Shift+Tab': beside(-1) })
  return (
    <Page
      fill
      title={t('title')}
      lead={<DataAsOf />}
      actions={
        <>
          <ApplicationSearch typed={search} onType={setSearch} />
          <KeyButton look="primary" hint="Alt+N" onClick={begin}>
            {t('begin')}
          </KeyButton>
        </>
      }
    >
      <div className={css.filters}>
        <Chips
          legend={t('filters')}
          now={shown}
          onPick={show}
          options={filters.map((name) => ({ name, label: t(`filter.${name}`), count: counts[name] }))}
        />
      </div>
      {shown === 'drafts' ? (
        <OwnDrafts />
      ) : (
        <FiledList key={shown} filter={shown} search={search.trim()} id={id ?? null} />
      )}
    </Page>
  )
}
