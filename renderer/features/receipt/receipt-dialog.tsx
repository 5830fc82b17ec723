import { FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine, useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { showToast } from '../../app/toast.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { ReceiptPaper } from '../../ui/receipt-paper.tsx'
import { ErrorState, FaultLine, SkeletonRows } from '../../ui/states.tsx'
import { CentreMark, StatusTag } from '../../ui/status-tag.tsx'
import css from './receipt-dialog.module.css'

type Handover = OutputOf<'handover.get'>

/** One receipt as printed, above any screen: print again, or save as PDF. */
export function ReceiptDialog({
  handoverId,
  onClose,
}: {
  readonly handoverId: string | null
  readonly onClose: () => void
}) {
  const { t } = useTranslation('receipt')
  return (
    <Dialog opened={handoverId !== null} onClose={onClose} title={t('title')} width={720}>
      {handoverId && <Shown handoverId={handoverId} />}
    </Dialog>
  )
}

function Shown({ handoverId }: { readonly handoverId: string }) {
  const { t } = useTranslation('common')
  const handover = useEngineQuery('handover.get', { handoverId })
  const slow = useSlow(handover.isPending)
  if (handover.isError)
    return (
      <ErrorState fault={handover.error.fault}>
        <KeyButton onClick={() => void handover.refetch()}>{t('retry')}</KeyButton>
      </ErrorState>
    )
  if (!handover.data) return <SkeletonRows rows={6} shown={slow} />
  return <Receipt handover={handover.data} />
}

function Receipt({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('receipt')
  const { receipt, signature, photo } = handover
  return (
    <div className={css.columns}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long receipt is scrolled by keyboard too */}
      <section className={css.paper} tabIndex={0} aria-label={t('paper')}>
        <ReceiptPaper receipt={receipt} signature={signature} label={t('title')} />
      </section>
      <div className={css.facts}>
        <h2>{t('titleNumber', { number: receipt.number })}</h2>
        <Facts handover={handover} />
        {photo && <img className={css.photo} src={`data:image/png;base64,${photo}`} alt={t('photo')} />}
        <Acts handoverId={handover.handoverId} />
      </div>
    </div>
  )
}

function Facts({ handover }: { readonly handover: Handover }) {
  const { t } = useTranslation('receipt')
  const format = useFormat()
  const { card, receipt, standing, centre, decided } = handover
  const tone = { stands: 'ok', contested: 'clash', 'set-aside': 'bad', undone: 'bad' } as const
  return (
    <dl>
      <div>
        <dt>{t('owner')}</dt>
        <dd>{card.ownerName}</dd>
      </div>
      <div>
        <dt>{t('collector')}</dt>
        <dd>{receipt.collectorName}</dd>
      </div>
      <div>
        <dt>{t('at')}</dt>
        <dd>{format.dateTime(receipt.at)}</dd>
      </div>
      <div>
        <dt>{t('by')}</dt>
        <dd>
          {receipt.staffName} ({receipt.staffCode})
        </dd>
      </div>
      <div>
        <dt>{t('centre')}</dt>
        <dd>
          <CentreMark centre={centre} />
        </dd>
      </div>
      <div>
        <dt>{t('standingLabel')}</dt>
        <dd>
          <StatusTag tone={tone[standing]} plain>
            {t(`standing.${standing}`)}
          </StatusTag>
          {decided && <Decided decided={decided} />}
        </dd>
      </div>
    </dl>
  )
}

/** Whose decision the standing comes from. */
function Decided({ decided }: { readonly decided: NonNullable<Handover['decided']> }) {
  const { t } = useTranslation('receipt')
  const format = useFormat()
  const { staffName: name, at, caseNumber: number, reason } = decided
  return <span className={css.decided}>{t('decided', { name, number, reason, time: format.dateTime(at) })}</span>
}

function Acts({ handoverId }: { readonly handoverId: string }) {
  const { t } = useTranslation('receipt')
  const engine = useEngine()
  const [fault, setFault] = useState<Fault | null>(null)
  const attempt = async (act: () => Promise<void>) => {
    setFault(null)
    try {
      await act()
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  const reprint = () =>
    attempt(async () => {
      const { copy } = await engine.call('handover.reprint', { handoverId })
      const title = copy === 0 ? t('queuedOriginal') : t('queued', { copy })
      showToast({ title, icon: <Printer size={20} aria-hidden="true" /> })
    })
  const save = () =>
    attempt(async () => {
      const { saved, fileName } = await engine.call('handover.save-pdf', { handoverId })
      showToast({ title: saved ? t('saved', { file: fileName }) : t('notSaved') })
    })
  return (
    <div className={css.acts}>
      <KeyButton look="primary" icon={<Printer aria-hidden="true" />} onClick={once(reprint)}>
        {t('reprint')}
      </KeyButton>
      <KeyButton icon={<FileText aria-hidden="true" />} onClick={() => void save()}>
        {t('pdf')}
      </KeyButton>
      {fault && <FaultLine fault={fault} />}
    </div>
  )
}
