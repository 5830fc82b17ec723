import { BookText, FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { ScreenTabs } from '../../ui/screen-tabs.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './claim-list.module.css'
import { ClaimRow } from './claim-row.tsx'
import { useRowKeys } from './row-keys.ts'

interface ClaimListProps {
  /** What it shows until another is picked. */
  readonly first: State
  readonly onOpen: (claimId: string) => void
  readonly onNew: () => void
  readonly onRegister: () => void
}

type State = InputOf<'claim.list'>['state']
const filters = [
  'open',
  'case',
  'received',
  'checked',
  'approved',
  'awaiting-payment',
  'paid',
  'rejected',
  'all',
] as const

/** Claims by state, newest first; what is open comes first because it waits for somebody. */
export function ClaimList({ first, onOpen, onNew, onRegister }: ClaimListProps) {
  const { t } = useTranslation(['claims', 'common'])
  const [state, setState] = useState<State>(first)
  const list = useEngineQuery('claim.list', { state, month: null }, { keepPrevious: true })
  const slow = useSlow(list.isPending)
  const keys = useRowKeys()
  useShortcuts({ 'Alt+KeyN': onNew, 'Alt+KeyR': onRegister, ArrowDown: keys.enter })
  return (
    <Page
      title={t('title')}
      lead={
        list.data && (
          <span className="num">
            {t('lead', { count: list.data.counts.open ?? 0 })} · <DataAsOf />
          </span>
        )
      }
      actions={<Actions onNew={onNew} onRegister={onRegister} />}
    >
      <ScreenTabs now="claims" />
      <Filters now={state} counts={list.data?.counts} onPick={setState} />
      <div className={panel.panel}>
        {list.isPending && <SkeletonRows rows={5} shown={slow} />}
        {list.isError && (
          <ErrorState fault={list.error.fault}>
            <KeyButton onClick={() => void list.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        )}
        {list.data?.rows.length === 0 && <EmptyState mood="good" title={t('none')} text={t('noneText')} />}
        {list.data && list.data.rows.length > 0 && (
          <ul className={css.list} aria-label={t('list')} ref={keys.list} onKeyDown={keys.move}>
            {list.data.rows.map((claim) => (
              <ClaimRow key={claim.claimId} claim={claim} onOpen={() => onOpen(claim.claimId)} />
            ))}
          </ul>
        )}
      </div>
    </Page>
  )
}

function Actions({ onNew, onRegister }: Pick<ClaimListProps, 'onNew' | 'onRegister'>) {
  const { t } = useTranslation('claims')
  return (
    <>
      <span className={css.keys}>
        <Keys>↑↓</Keys> {t('keys.choose')} <Keys>Enter</Keys> {t('keys.open')}
      </span>
      <KeyButton icon={<BookText aria-hidden="true" />} hint="Alt+R" onClick={onRegister}>
        {t('register')}
      </KeyButton>
      <KeyButton look="primary" icon={<FilePlus2 aria-hidden="true" />} hint="Alt+N" onClick={onNew}>
        {t('new')}
      </KeyButton>
    </>
  )
}

interface FiltersProps {
  readonly now: State
  readonly counts: Partial<Record<State, number>> | undefined
  readonly onPick: (state: State) => void
}

function Filters({ now, counts, onPick }: FiltersProps) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  return (
    <fieldset className={css.filters}>
      <legend className="visually-hidden">{t('filters')}</legend>
      {filters.map((name) => (
        <button key={name} type="button" aria-pressed={name === now} onClick={() => onPick(name)}>
          {t(`states.${name}`)} {counts?.[name] !== undefined && <b className="num">{format.number(counts[name])}</b>}
        </button>
      ))}
    </fieldset>
  )
}
