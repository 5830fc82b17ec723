import { Truck, Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { useTicks } from '../../ui/use-ticks.ts'
import { CarryOut } from './carry-out.tsx'
import { OutNow } from './out-now.tsx'
import css from './team.module.css'
import { useBringBack } from './use-bring-back.ts'
import { type Carrying, useCarrying } from './use-carrying.ts'

const shownAtMost = 500

interface TeamScreenProps {
  readonly cardIds?: readonly string[] | undefined
  /** The trip for which cards are taken along. */
  readonly tripId?: string | undefined
}

/** Tim lapangan: what a team takes along, signed for; what is out with whom; and what comes back. */
export function TeamScreen({ cardIds = [], tripId }: TeamScreenProps) {
  const { t } = useTranslation('team')
  const carrying = useCarrying(cardIds, tripId)
  const list = {
    filter: 'with-team',
    search: '',
    sort: 'age',
    descending: true,
    offset: 0,
    limit: shownAtMost,
  } as const
  const out = useEngineQuery('card.list', list, { keepPrevious: true })
  const rows = out.data?.rows ?? []
  const ticks = useTicks(rows.map(({ cardId }) => cardId))
  const back = useBringBack(ticks)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  useShortcuts({ 'Control+Enter': carrying.press, 'Alt+KeyK': back.press })
  const fault = carrying.fault ?? back.fault
  return (
    <Page
      fill
      title={t('title')}
      lead={
        <span className="num">
          {t('lead', { count: out.data?.total ?? 0 })} · <DataAsOf />
        </span>
      }
      bar={
        <ActionBar reason={fault ? <FaultLine fault={fault} /> : <Reason carrying={carrying} />}>
          <KeyButton size="tall" hint="Alt+K" icon={<Undo2 />} aria-disabled={!back.able} onClick={back.press}>
            {ticks.ticked.size > 0 ? t('back', { count: ticks.ticked.size }) : t('backAny')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<Truck />}
            aria-disabled={carrying.missing.length > 0 || carrying.pending}
            onClick={carrying.press}
          >
            {t('carry', { count: carrying.able.length })}
          </KeyButton>
        </ActionBar>
      }
    >
      <div className={css.cols}>
        <CarryOut carrying={carrying} field={field} />
        <OutNow rows={rows} ticks={ticks} />
      </div>
    </Page>
  )
}

function Reason({ carrying: { missing } }: { readonly carrying: Carrying }) {
  const { t } = useTranslation('team')
  const [first] = missing
  return (
    <div className={css.reason}>
      <b>{first ? t('left', { what: t(`missing.${first}`) }) : t('ready')}</b>
      <span>{first ? t('how') : t('readyNext')}</span>
    </div>
  )
}
