import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { promiseFilter } from '#shared/contract/engine/promise.ts'
import { useEngine, useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { isTyping } from '../../app/focused-field.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { Chips } from '../../ui/chips.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { ScreenTabs } from '../../ui/screen-tabs.tsx'
import { Split } from '../../ui/split.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { pageSize, usePages } from '../../ui/use-pages.ts'
import { PromiseDetail } from './promise-detail.tsx'
import { PromiseRow } from './promise-row.tsx'
import css from './promise-tab.module.css'

type Filter = InputOf<'promise.list'>['filter']
export type PromiseTarget = InputOf<'promise.get'>

const listId = 'promise-list'
const focusList = () => document.getElementById(listId)?.focus()
const focusDetail = () => document.getElementById('detail')?.focus()

interface PromiseTabProps {
  readonly id?: string | undefined
  readonly kitir?: string | undefined
}

/** Janji 1x24 jam: the applications by urgency, and how the clock of the chosen one came about. */
export function PromiseTab({ id, kitir }: PromiseTabProps) {
  const { t } = useTranslation(['complaints', 'common'])
  const format = useFormat()
  const engine = useEngine()
  const [filter, setFilter] = useState<Filter>('all')
  const [search, setSearch] = useState('')
  const question = { filter, search }
  const head = useEngineQuery('promise.list', { ...question, offset: 0, limit: pageSize }, { keepPrevious: true })
  // Named from elsewhere: shown until a row is chosen here.
  const [named, setNamed] = useState<PromiseTarget | null>(
    kitir ? { kitirNumber: kitir } : id ? { applicationId: id } : null,
  )
  const [at, setAt] = useState(0)
  const { rowAt, onSight } = usePages(
    'promise.list',
    (window) => ({ ...question, ...window }),
    (input) => engine.call('promise.list', input),
  )
  const ready = head.data !== undefined
  const total = head.data?.total ?? 0
  const row = total > 0 ? (rowAt(at) ?? head.data?.rows[at]) : undefined
  const target = named ?? (row ? { applicationId: row.applicationId } : null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the keys go when the screen opens
  useEffect(() => void (named ? focusDetail() : !isTyping() && focusList()), [ready])
  const narrow = (next: Partial<typeof question>) => {
    if (next.filter !== undefined) setFilter(next.filter)
    if (next.search !== undefined) setSearch(next.search)
    setAt(0)
    setNamed(null)
  }
  const data = head.data?.dataAsOf ? format.when(head.data.dataAsOf) : t('common:noData')
  return (
    <Page
      fill
      title={t('title')}
      lead={
        head.data && (
          <span className="num">
            {t('promise.found', { count: total })} · <DataAsOf />
          </span>
        )
      }
      actions={
        <>
          <span className={css.keys}>
            <Keys>↑↓</Keys> {t('keys.choose')} <Keys>Enter</Keys> {t('keys.open')}
          </span>
          <SearchField value={search} onChange={(typed) => narrow({ search: typed })} />
        </>
      }
    >
      <ScreenTabs now="promise" />
      <Chips
        legend={t('promise.filters')}
        now={filter}
        onPick={(name) => narrow({ filter: name })}
        options={promiseFilter.options.map((name) => {
          return { name, label: t(`promise.filter.${name}`), count: head.data?.counts[name] }
        })}
      />
      <Split
        list={
          <>
            <Lines head={head} onRetry={() => void head.refetch()} />
            {total > 0 && (
              <PickList
                id={listId}
                label={t('promise.list')}
                total={total}
                at={named ? -1 : at}
                rowHeight={60}
                rowAt={(index) => rowAt(index) ?? head.data?.rows[index]}
                onPick={(index) => {
                  setNamed(null)
                  setAt(index)
                }}
                onEnter={focusDetail}
                onSight={onSight}
              >
                {(line) => <PromiseRow line={line} />}
              </PickList>
            )}
            {head.data && total === 0 && (
              <Nothing
                filter={filter}
                search={search}
                data={data}
                onNumber={(kitirNumber) => setNamed({ kitirNumber })}
              />
            )}
          </>
        }
        detail={target ? <PromiseDetail target={target} /> : <EmptyState title={t('promise.choose')} />}
      />
    </Page>
  )
}

interface LinesProps {
  readonly head: ReturnType<typeof useEngineQuery<'promise.list'>>
  readonly onRetry: () => void
}

/** What stands instead of the list while it is not there. */
function Lines({ head, onRetry }: LinesProps) {
  const { t } = useTranslation('common')
  const slow = useSlow(head.isPending)
  if (head.isError)
    return (
      <ErrorState fault={head.error.fault}>
        <KeyButton onClick={onRetry}>{t('retry')}</KeyButton>
      </ErrorState>
    )
  return head.isPending ? <SkeletonRows rows={8} shown={slow} /> : null
}

interface SearchFieldProps {
  readonly value: string
  readonly onChange: (typed: string) => void
}

function SearchField({ value, onChange }: SearchFieldProps) {
  const { t } = useTranslation('complaints')
  return (
    <input
      className={css.search}
      type="search"
      aria-label={t('promise.search')}
      placeholder={t('promise.search')}
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown' || event.key === 'Enter') focusList()
      }}
    />
  )
}

interface NothingProps {
  readonly filter: Filter
  readonly search: string
  readonly data: string
  readonly onNumber: (number: string) => void
}

/** Nothing fits; what is finished in time is in no list, and is found by its number. */
function Nothing({ filter, search, data, onNumber }: NothingProps) {
  const { t } = useTranslation('complaints')
  const { go } = useNavigation()
  const good = filter === 'late' && search === ''
  return (
    <EmptyState
      mood={good ? 'good' : 'neutral'}
      title={t(good ? 'promise.noneGood' : 'promise.none')}
      text={t('promise.noneText', { filter: t(`promise.filter.${filter}`), data })}
    >
      {search.trim() !== '' && <KeyButton onClick={() => onNumber(search.trim())}>{t('promise.byNumber')}</KeyButton>}
      {search.trim() === '' && (
        <KeyButton onClick={() => go({ name: 'complaints', tab: 'promise' })}>{t('promise.filter.all')}</KeyButton>
      )}
    </EmptyState>
  )
}
