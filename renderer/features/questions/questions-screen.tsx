import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { questionFilter } from '#shared/contract/engine/question.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { Chips } from '../../ui/chips.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { ListWaiting } from '../../ui/list-waiting.tsx'
import { Page } from '../../ui/page.tsx'
import { PickList } from '../../ui/pick-list.tsx'
import { Split } from '../../ui/split.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { pageSize, usePages } from '../../ui/use-pages.ts'
import { answerFieldId } from './answer-box.tsx'
import { QuestionRow } from './question-row.tsx'
import css from './questions-screen.module.css'
import { Thread } from './thread.tsx'

type Filter = InputOf<'question.list'>['filter']

const listId = 'question-list'
const focusList = () => document.getElementById(listId)?.focus()
const focusThread = () => (document.getElementById(answerFieldId) ?? document.getElementById('detail'))?.focus()

/** Tanya jawab: who waits longest first, and the thread that was chosen with the answer that is being written. */
export function QuestionsScreen({ questionId }: { readonly questionId?: string | undefined }) {
  const { t } = useTranslation('questions')
  const engine = useEngine()
  const [filter, setFilter] = useState<Filter>('waiting')
  // What was answered leaves the list and stays in sight, until another one is chosen.
  const [named, setNamed] = useState(questionId ?? null)
  const [at, setAt] = useState(0)
  const head = useEngineQuery('question.list', { filter, offset: 0, limit: pageSize }, { keepPrevious: true })
  const { rowAt, onSight } = usePages(
    'question.list',
    (window) => ({ filter, ...window }),
    (input) => engine.call('question.list', input),
  )
  const total = head.data?.total ?? 0
  const row = total > 0 ? (rowAt(at) ?? head.data?.rows[at]) : undefined
  const shown = named ?? row?.questionId ?? null
  const ready = head.data !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the keys go when the screen opens
  useEffect(() => void (named ? focusThread() : focusList()), [ready])
  const pick = (name: Filter) => {
    setFilter(name)
    setAt(0)
    setNamed(null)
  }
  const place = named ? (head.data?.rows.findIndex((line) => line.questionId === named) ?? -1) : Math.min(at, total - 1)
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
      <Chips
        legend={t('list.filters')}
        now={filter}
        onPick={pick}
        options={questionFilter.options.map((name) => {
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
                at={place}
                rowHeight={60}
                rowAt={(index) => rowAt(index) ?? head.data?.rows[index]}
                onPick={(index) => {
                  setNamed(null)
                  setAt(index)
                }}
                onEnter={focusThread}
                onSight={onSight}
              >
                {(line) => <QuestionRow line={line} now={head.data?.now ?? line.lastAt} />}
              </PickList>
            )}
            {head.data && total === 0 && (
              <EmptyState
                mood={filter === 'answered' || filter === 'closed' ? 'neutral' : 'good'}
                title={t(`list.none.${filter}`)}
                text={t('list.noneText')}
              />
            )}
          </>
        }
        detail={
          shown ? (
            <Thread key={shown} questionId={shown} onStay={() => setNamed(shown)} onDone={focusList} />
          ) : (
            <EmptyState title={t('list.choose')} />
          )
        }
      />
    </Page>
  )
}
