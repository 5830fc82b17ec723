import { Archive } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { MoveLine } from '../../app/frame/move-line.tsx'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Columns } from '../../ui/columns.tsx'
import { useAsOfWords } from '../../ui/data-as-of.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { GateLines } from './gate-line.tsx'
import css from './home-screen.module.css'
import { ScanStrip } from './scan-strip.tsx'
import { TodayFigures } from './today-figures.tsx'
import { TodoRow } from './todo-row.tsx'
import { WeekBars } from './week-bars.tsx'

/** Beranda: scan first, then what to do now in order of urgency, and the day's numbers. */
export function HomeScreen() {
  const { t } = useTranslation(['home', 'common'])
  const summary = useEngineQuery('home.summary', {})
  const slow = useSlow(summary.isPending)
  const todo = summary.data?.todo ?? []
  const rows = todo.filter((row) => row.kind !== 'uncollected')
  const uncollected = todo.find((row) => row.kind === 'uncollected')
  const data = useAsOfWords()(summary.data?.dataAsOf)
  return (
    <div className={css.screen}>
      <ScanStrip />
      <Columns
        sideWidth={304}
        side={
          <>
            <section>
              <h2 className={css.sideTitle}>{t('today')}</h2>
              {summary.data && <TodayFigures today={summary.data.today} />}
            </section>
            {summary.data && summary.data.week.length > 0 && (
              <WeekBars week={summary.data.week} today={summary.data.day} />
            )}
          </>
        }
      >
        <section>
          <div className={panel.head}>
            <h1 className={css.title}>{t('title')}</h1>
            <span className={panel.caption}>{summary.data && t('order', { data })}</span>
          </div>
          <MoveLine />
          <GateLines />
          <div className={`${panel.panel} ${css.list}`}>
            {summary.isPending && <SkeletonRows rows={6} shown={slow} />}
            {summary.isError && (
              <ErrorState fault={summary.error.fault}>
                <KeyButton onClick={() => void summary.refetch()}>{t('common:retry')}</KeyButton>
              </ErrorState>
            )}
            {summary.data && rows.length === 0 && (
              <EmptyState mood="good" title={t('nothing')} text={t('nothingText', { data })} />
            )}
            {rows.map((todo, at) => (
              <TodoRow key={`${todo.kind} ${'step' in todo ? todo.step : ''}`} todo={todo} at={at} />
            ))}
          </div>
          {uncollected && (
            <Uncollected toRemind={uncollected.toRemind} toReturn={uncollected.toReturn} at={rows.length} />
          )}
        </section>
      </Columns>
    </div>
  )
}

interface UncollectedProps {
  readonly toRemind: number
  readonly toReturn: number
  /** How many lines stand above it. */
  readonly at: number
}

/** Not urgent, and so a line beneath the list. */
function Uncollected({ toRemind, toReturn, at }: UncollectedProps) {
  const { t } = useTranslation('home')
  const { go } = useNavigation()
  const open = () => go({ name: 'cards', filter: toRemind > 0 ? 'to-remind' : 'to-return' })
  const key = at + 1
  useShortcuts({ [`Control+Digit${key}`]: open }, key <= 9)
  return (
    <p className={css.uncollected}>
      <Archive aria-hidden="true" />
      <span>
        {t('todo.uncollected', { count: toRemind })},{' '}
        {toReturn > 0 ? t('todo.uncollectedText', { count: toReturn }) : t('todo.uncollectedTextNone').toLowerCase()};{' '}
        <button type="button" className={panel.link} onClick={open}>
          {t('todo.uncollectedLink')}
        </button>{' '}
        {key <= 9 && <Keys>{`Ctrl+${key}`}</Keys>}
      </span>
    </p>
  )
}
