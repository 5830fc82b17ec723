import { PackageCheck } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { isNik } from '#shared/domain/nik/check-nik.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useSound } from '../../app/open-code.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { AddCards } from '../../ui/add-cards.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './bulk.module.css'
import { BulkForm } from './bulk-form.tsx'
import { BulkTable } from './bulk-table.tsx'
import { type Checked, doubtsOf, given, inputOf, type Missing, missingOf } from './missing.ts'
import { useBulkList } from './use-bulk-list.ts'

interface BulkWorkProps {
  readonly kept: BulkDraft | null
  readonly cardIds: readonly string[]
  readonly onRecorded: (recorded: OutputOf<'bulk.record'>) => void
}

/** Choose the cards, say who is in charge, tick who is there, one signature: then all at once. */
export function BulkWork({ kept, cardIds, onRecorded }: BulkWorkProps) {
  const { t } = useTranslation('bulk')
  const { back } = useNavigation()
  const sound = useSound()
  const bulk = useBulkList(kept, cardIds)
  const { list } = bulk
  const { checked, papers, limit } = useChecked(list)
  const doubts = doubtsOf(list, checked)
  const [signature, setSignature] = useState<string | null>(null)
  const missing = missingOf(list, checked, signature)
  const { confirm, pending, fault } = useConfirm('bulk.record', (recorded) => {
    bulk.forget()
    sound('accepted')
    onRecorded(recorded)
  })
  const press = () => {
    const [first] = missing
    if (first) return leadTo(first)
    if (signature !== null && !pending) void confirm(inputOf(list, checked, signature))
  }
  useShortcuts({ 'Control+Enter': press, Escape: back })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const count = given(list, checked).length
  return (
    <Page
      fill
      title={t('title')}
      lead={<span className="num">{t('lead', { count: list.cards.length, given: count })}</span>}
      bar={
        <ActionBar reason={<Reason missing={missing} fault={fault} count={count} pending={pending} />}>
          <KeyButton size="tall" hint="Esc" onClick={back}>
            {t('later')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<PackageCheck />}
            aria-disabled={missing.length > 0 || pending}
            onClick={press}
          >
            {pending ? t('saving') : t('record', { count })}
          </KeyButton>
        </ActionBar>
      }
    >
      <div className={css.cols}>
        <BulkForm bulk={bulk} asked={{ papers, doubts, limit }} signature={signature} onSignature={setSignature} />
        <section className={css.list} aria-label={t('cards')}>
          <AddCards
            id="bulk"
            ref={field}
            known={list.cards}
            onCards={bulk.add}
            onLabel={(cardId, label) => bulk.changeLine(cardId, { label })}
          />
          <BulkTable bulk={bulk} checked={checked} />
        </section>
      </div>
    </Page>
  )
}

/** How each card stands now, by its id, and what there is to look at. */
function useChecked({ cards, receivedBy, inCharge }: BulkDraft) {
  const lines = cards.map(({ cardId, received, label }) => ({ cardId, received, label }))
  const inChargeNik = isNik(inCharge.nik) ? inCharge.nik : null
  const input = { cards: lines, receivedBy, inChargeNik }
  const answer = useEngineQuery('bulk.check', input, { keepPrevious: true }).data
  return useMemo(
    () => ({
      checked: new Map(answer?.lines.map((one) => [one.card.cardId, one])) as ReadonlyMap<string, Checked>,
      papers: answer?.papers ?? [],
      limit: answer?.limit ?? 0,
    }),
    [answer],
  )
}

const places: Record<Missing, string> = {
  cards: '#bulk-add',
  name: '#bulk-name',
  place: '#bulk-place',
  person: '#bulk-person',
  nik: '#bulk-nik',
  letter: '#bulk-letter',
  seen: '#bulk-seen',
  doubt: '#bulk-doubt',
  oldCards: 'input[data-old]:not(:checked)',
  signature: '#bulk-signature canvas',
}
const leadTo = (missing: Missing) => document.querySelector<HTMLElement>(places[missing])?.focus()

interface ReasonProps {
  readonly missing: readonly Missing[]
  readonly fault: Parameters<typeof FaultLine>[0]['fault'] | null
  readonly count: number
  readonly pending: boolean
}

function Reason({ missing, fault, count, pending }: ReasonProps) {
  const { t } = useTranslation('bulk')
  const [first, ...others] = missing
  if (fault) return <FaultLine fault={fault} />
  const title = pending ? t('savingCount', { count }) : first ? t('left', { what: t(`missing.${first}`) }) : t('ready')
  const next = first ? (others.length > 0 ? t('leftMore', { count: others.length }) : t('draftKept')) : t('readyNext')
  return (
    <div className={css.reason}>
      <b>{title}</b>
      <span>{next}</span>
    </div>
  )
}
