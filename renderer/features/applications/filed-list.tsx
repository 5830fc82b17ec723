import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { isTyping } from '../../app/focused-field.ts'
import { ListWaiting } from '../../ui/list-waiting.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { Split } from '../../ui/split.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { pageSize, usePages } from '../../ui/use-pages.ts'
import { ApplicationDetail } from './application-detail.tsx'
import { ApplicationRow } from './application-row.tsx'

type Filter = InputOf<'application.list'>['filter']

const listId = 'application-list'
export const focusList = () => document.getElementById(listId)?.focus()
const focusDetail = () => document.getElementById('detail')?.focus()

interface FiledListProps {
  readonly filter: Filter
  readonly search: string
  /** The one that was asked for; null: the first. */
  readonly id: string | null
}

/** Applications of one kind, the newest first, and the one that was chosen. */
export function FiledList({ filter, search, id }: FiledListProps) {
  const { t } = useTranslation('applications')
  const engine = useEngine()
  const [named, setNamed] = useState(id)
  const [at, setAt] = useState(0)
  const asked = { filter, search }
  const head = useEngineQuery('application.list', { ...asked, offset: 0, limit: pageSize }, { keepPrevious: true })
  const { rowAt, onSight } = usePages(
    'application.list',
    (window) => ({ ...asked, ...window }),
    (input) => engine.call('application.list', input),
  )
  const rows = head.data?.rows ?? []
  const total = head.data?.total ?? 0
  const row = total > 0 ? (rowAt(at) ?? rows[at]) : undefined
  const shown = named ?? row?.applicationId ?? null
  const ready = head.data !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the keys go when the screen opens
  useEffect(() => void (named ? focusDetail() : search === '' && !isTyping() && focusList()), [ready])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search begins at its first
  useEffect(() => setAt(0), [search])
  return (
    <Split
      list={
        <>
          <ListWaiting asked={head} />
          {total > 0 && (
            <PickList
              id={listId}
              label={t('list')}
              total={total}
              at={named ? rows.findIndex(({ applicationId }) => applicationId === named) : Math.min(at, total - 1)}
              rowHeight={filter === 'sent-back' ? 84 : 64}
              rowAt={(index) => rowAt(index) ?? rows[index]}
              onPick={(index) => {
                setNamed(null)
                setAt(index)
              }}
              onEnter={focusDetail}
              onSight={onSight}
            >
              {(line) => <ApplicationRow line={line} />}
            </PickList>
          )}
          {head.data && total === 0 && <Nothing filter={filter} search={search} />}
        </>
      }
      detail={shown ? <ApplicationDetail key={shown} applicationId={shown} /> : <EmptyState title={t('choose')} />}
    />
  )
}

function Nothing({ filter, search }: { readonly filter: Filter; readonly search: string }) {
  const { t } = useTranslation('applications')
  if (search !== '') return <EmptyState title={t('none.found')} text={t('none.foundText')} />
  return <EmptyState mood={filter === 'sent-back' ? 'good' : 'neutral'} title={t(`none.${filter}`)} />
}
