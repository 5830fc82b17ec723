import { ArrowRight, RotateCcw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawerCard } from '#shared/contract/engine/shifts.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import { BoxTable } from './box-table.tsx'
import { boxesOf, isCounted, isSameBox } from './counting.ts'
import css from './day.module.css'
import { ExtraCards } from './extra-cards.tsx'
import type { Closing } from './use-closing-draft.ts'
import type { SaidOfScan } from './use-drawer-scan.ts'

interface CountStepProps {
  readonly cards: readonly DrawerCard[]
  readonly closing: Closing
  readonly said: SaidOfScan | null
  readonly onNext: () => void
  /** What was counted stays kept. */
  readonly onLeave: () => void
}

/** Counted without being told what should be there: by scanning each label, or by typing the number of a box. */
export function CountStep({ cards, closing: { draft, change }, said, onNext, onLeave }: CountStepProps) {
  const { t } = useTranslation(['day', 'common'])
  const table = useRef<HTMLTableElement>(null)
  const left = draft.boxes.filter((one) => !isCounted(one, cards)).length
  const first = () => table.current?.querySelector('input')?.focus()
  useEffect(first, [])
  const press = () => {
    if (left === 0) return onNext()
    table.current?.querySelector<HTMLElement>('tr[data-counted="false"] input')?.focus()
  }
  const again = () => {
    change((before) => ({ ...before, boxes: boxesOf(cards), scanned: [], extras: [], words: [] }))
    first()
  }
  useShortcuts({ Escape: onLeave, 'Control+Enter': press, 'Alt+KeyH': again })
  return (
    <Page
      title={t('closing.title')}
      lead={t('closing.countLead')}
      bar={
        <ActionBar
          reason={left > 0 ? t('closing.left', { count: left }) : t('closing.scanned', { count: draft.scanned.length })}
        >
          <KeyButton size="tall" hint="Esc" onClick={onLeave}>
            {t('closing.later')}
          </KeyButton>
          <KeyButton size="tall" hint="Alt+H" icon={<RotateCcw />} onClick={again}>
            {t('closing.again')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<ArrowRight />}
            aria-disabled={left > 0}
            onClick={press}
          >
            {t('closing.next')}
          </KeyButton>
        </ActionBar>
      }
    >
      <section className={`${panel.panel} ${css.part}`}>
        <h2>{t('closing.count')}</h2>
        <div className={css.said} role="status" data-good={said?.good ?? true}>
          {said?.text}
        </div>
        {cards.length === 0 && <EmptyState title={t('closing.empty')} text={t('closing.emptyText')} />}
        <BoxTable
          table={table}
          boxes={draft.boxes}
          isCounted={(box) => isCounted(box, cards)}
          onChange={(box) =>
            change((before) => ({ ...before, boxes: before.boxes.map((one) => (isSameBox(one, box) ? box : one)) }))
          }
        />
        <ExtraCards extras={draft.extras} change={change} />
      </section>
    </Page>
  )
}
