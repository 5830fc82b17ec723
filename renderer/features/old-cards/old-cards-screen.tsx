import { ArchiveRestore, Flame, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { type Ticks, useTicks } from '../../ui/use-ticks.ts'
import { ClosingDialog, type Outcome } from './closing-dialog.tsx'
import { DrawerTable } from './drawer-table.tsx'
import css from './old-cards.module.css'
import { Records } from './records.tsx'

type Drawer = OutputOf<'old-card.list'>
const shownAtMost = 500

/** Kartu lama: what was withdrawn and lies in the drawer, until it is destroyed or goes back with a berita acara. */
export function OldCardsScreen() {
  const { t } = useTranslation(['oldCards', 'common'])
  const drawer = useEngineQuery('old-card.list', { limit: shownAtMost })
  const slow = useSlow(drawer.isPending)
  if (drawer.data) return <Shown drawer={drawer.data} />
  return (
    <Page title={t('title')}>
      <div className={panel.panel}>
        {drawer.isError ? (
          <ErrorState fault={drawer.error.fault}>
            <KeyButton onClick={() => void drawer.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        ) : (
          <SkeletonRows rows={8} shown={slow} />
        )}
      </div>
    </Page>
  )
}

function Shown({ drawer }: { readonly drawer: Drawer }) {
  const { t } = useTranslation('oldCards')
  const ids = drawer.held.map(({ oldCardId }) => oldCardId)
  const ticks = useTicks(ids)
  const [closing, setClosing] = useState<Outcome | null>(null)
  const { showPaper } = useNavigation()
  const onPaper = (id: string) => showPaper({ kind: 'old-card-record', id })
  const open = (outcome: Outcome) => ticks.ticked.size > 0 && setClosing(outcome)
  const clear = () => ticks.set([])
  useShortcuts({
    'Control+a': () => ticks.set(ticks.ticked.size === ids.length ? [] : ids),
    'Alt+KeyM': () => open('destroyed'),
    'Alt+KeyK': () => open('returned'),
    ...(ticks.ticked.size > 0 && { Escape: clear }),
  })
  useEffect(() => document.querySelector<HTMLElement>('input[data-row]')?.focus(), [])
  const { held = 0, destroyed = 0, returned = 0 } = drawer.counts
  return (
    <>
      <Page
        fill
        title={t('title')}
        lead={
          <span className="num">
            {t('lead', { held, destroyed, returned })} · <DataAsOf />
          </span>
        }
        bar={<Bar ticks={ticks} total={ids.length} onOpen={open} />}
      >
        <div className={css.cols}>
          <section className={`${panel.panel} ${css.drawer}`} aria-label={t('drawer')}>
            {ids.length === 0 ? (
              <EmptyState mood="good" icon={<ArchiveRestore />} title={t('empty')} text={t('emptyNext')} />
            ) : (
              <DrawerTable rows={drawer.held} ticks={ticks} />
            )}
          </section>
          <Records records={drawer.records} onPaper={onPaper} />
        </div>
      </Page>
      <ClosingDialog
        outcome={closing}
        oldCardIds={[...ticks.ticked]}
        onClose={() => setClosing(null)}
        onDone={(actId) => {
          ticks.set([])
          onPaper(actId)
        }}
      />
    </>
  )
}

interface BarProps {
  readonly ticks: Ticks
  readonly total: number
  readonly onOpen: (outcome: Outcome) => void
}

function Bar({ ticks, total, onOpen }: BarProps) {
  const { t } = useTranslation('oldCards')
  const count = ticks.ticked.size
  return (
    <ActionBar
      reason={
        <div className={css.chosen}>
          <b>{count === 0 ? t('nothing') : t('chosen', { count })}</b>
          <span>{total === 0 ? t('emptyNext') : t('how')}</span>
        </div>
      }
    >
      <KeyButton
        size="tall"
        hint="Alt+K"
        icon={<Undo2 />}
        aria-disabled={count === 0}
        onClick={() => onOpen('returned')}
      >
        {t('return')}
      </KeyButton>
      <KeyButton
        look="primary"
        size="big"
        hint="Alt+M"
        icon={<Flame />}
        aria-disabled={count === 0}
        onClick={() => onOpen('destroyed')}
      >
        {t('destroy')}
      </KeyButton>
    </ActionBar>
  )
}
