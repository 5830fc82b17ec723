import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { complaintFilter } from '#shared/contract/engine/complaint.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { Chips } from '../../ui/chips.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { ListWaiting } from '../../ui/list-waiting.tsx'
import { Page } from '../../ui/page.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { ScreenTabs } from '../../ui/screen-tabs.tsx'
import { Split } from '../../ui/split.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { pageSize, usePages } from '../../ui/use-pages.ts'
import { ComplaintDetail } from './complaint-detail.tsx'
import { ComplaintRow } from './complaint-row.tsx'
import css from './promise-tab.module.css'

type Filter = InputOf<'complaint.list'>['filter']

const listId = 'complaint-list'
const focusList = () => document.getElementById(listId)?.focus()
const focusDetail = () => document.getElementById('detail')?.focus()

/** Komplain: what is not answered by its deadline first, and the one that was chosen with all that was said. */
export function ComplaintTab({ id }: { readonly id?: string | undefined }) {
  const { t } = useTranslation('complaints')
  const engine = useEngine()
  const [filter, setFilter] = useState<Filter>('open')
  const [named, setNamed] = useState(id ?? null)
  const [at, setAt] = useState(0)
  const head = useEngineQuery('complaint.list', { filter, offset: 0, limit: pageSize }, { keepPrevious: true })
  const { rowAt, onSight } = usePages(
    'complaint.list',
    (window) => ({ filter, ...window }),
    (input) => engine.call('complaint.list', input),
  )
  const total = head.data?.total ?? 0
  const row = total > 0 ? (rowAt(at) ?? head.data?.rows[at]) : undefined
  const shown = named ?? row?.complaintId ?? null
  const ready = head.data !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the keys go when the screen opens
  useEffect(() => void (named ? focusDetail() : focusList()), [ready])
  const pick = (name: Filter) => {
    setFilter(name)
    setAt(0)
    setNamed(null)
  }
  return (
    <Page
      fill
      title={t('title')}
      lead={<DataAsOf />}
      actions={
        <span className={css.keys}>
          <Keys>↑↓</Keys> {t('keys.choose')} <Keys>Enter</Keys> {t('keys.open')}
        </span>
      }
    >
      <ScreenTabs now="complaints" />
      <Chips
        legend={t('list.filters')}
        now={filter}
        onPick={pick}
        options={complaintFilter.options.map((name) => {
          return { name, label: t(`list.filter.${name}`), count: head.data?.counts[name] }
        })}
      />
      <Split
        list={
          <>
            <ListWaiting asked={head} />
            {total > 0 && (
              <PickList
                id={listId}
                label={t('list.name')}
                total={total}
                at={named ? (head.data?.rows.findIndex(({ complaintId }) => complaintId === named) ?? -1) : at}
                rowHeight={60}
                rowAt={(index) => rowAt(index) ?? head.data?.rows[index]}
                onPick={(index) => {
                  setNamed(null)
                  setAt(index)
                }}
                onEnter={focusDetail}
                onSight={onSight}
              >
                {(line) => <ComplaintRow line={line} />}
              </PickList>
            )}
            {head.data && total === 0 && (
              <EmptyState
                mood={filter === 'closed' ? 'neutral' : 'good'}
                title={t(filter === 'open' ? 'list.none' : filter === 'late' ? 'list.noneLate' : 'list.noneClosed')}
                text={t('list.noneText')}
              />
            )}
          </>
        }
        detail={shown ? <ComplaintDetail complaintId={shown} /> : <EmptyState title={t('list.choose')} />}
      />
    </Page>
  )
}
