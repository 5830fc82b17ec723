import { CircleCheck, FileDown, FileText, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { faultOf, useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { showToast } from '../../app/toast.tsx'
import { useFaultWords } from '../../ui/fault-words.ts'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine } from '../../ui/states.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import { AlsoReady } from './also-ready.tsx'
import css from './closed.module.css'
import { NextCitizen } from './next-citizen.tsx'
import { UndoAction } from './undo-action.tsx'

export type Recorded = OutputOf<'handover.record'> & { readonly collectorName: string }
type Job = OutputOf<'print.list'>[number]

/** After the fact: its number, how the printing went and what to do if it did not, and on to the next citizen. */
export function Result({ recorded, onUndone }: { readonly recorded: Recorded; readonly onUndone: () => void }) {
  const { t } = useTranslation(['handover', 'common'])
  const { showReceipt } = useNavigation()
  const { card, handoverId } = recorded
  const [printJobId, setPrintJobId] = useState(recorded.printJobId)
  const latest = useEngineQuery('card.get', { cardId: card.cardId }).data?.card
  // Until it is asked again it is the card of before the hand-over, which the centre knew.
  const current = latest?.state === 'handed-over' ? latest : card
  return (
    <Page title={t('title')} lead={t('kitir', { number: card.kitirNumber })}>
      <div className={panel.panel}>
        <section className={css.closed} aria-live="polite">
          <span className={css.bigIcon} data-tone="ok">
            <CircleCheck aria-hidden="true" />
          </span>
          <h2>{t('result.done')}</h2>
          <p className={css.who}>
            {t('result.facts', {
              owner: card.ownerName,
              card: t(`common:cardKind.${card.kind}`),
              collector: recorded.collectorName,
            })}
          </p>
          <p>
            {t('result.number')} <b className={css.number}>{recorded.receiptNumber}</b>
          </p>
          <p>
            {t('result.kept')} {current.centre === 'recorded' ? t('result.sent') : t('result.waiting')}
          </p>
          <Printing jobId={printJobId} />
          <div className={css.closedActions}>
            <AlsoReady cards={recorded.alsoReady} />
            <NextCitizen size="big" main={recorded.alsoReady.length === 0} />
            <KeyButton size="tall" icon={<FileText />} onClick={() => showReceipt(handoverId)}>
              {t('result.receipt')}
            </KeyButton>
            <Copies handoverId={handoverId} original={printJobId === null} onQueued={setPrintJobId} />
          </div>
          <UndoAction
            handoverId={handoverId}
            owner={card.ownerName}
            receiptNumber={recorded.receiptNumber}
            onUndone={onUndone}
          />
        </section>
      </div>
    </Page>
  )
}

const tones: Record<Job['state'], Tone> = {
  waiting: 'wait',
  printing: 'wait',
  printed: 'ok',
  failed: 'warn',
  unknown: 'warn',
  cancelled: 'wait',
}

function Printing({ jobId }: { readonly jobId: string | null }) {
  const { t } = useTranslation('handover')
  const prints = useEngineQuery('print.list', {}, { enabled: jobId !== null })
  const retry = useEngineCommand('print.retry')
  if (jobId === null) return <p>{t('result.print.none')}</p>
  const job = prints.data?.find((one) => one.jobId === jobId)
  const state = job?.state ?? 'waiting'
  return (
    <div className={css.printing} role="status">
      <StatusTag tone={tones[state]} icon={state === 'printed' ? undefined : Printer}>
        {t(`result.print.${state}`)}
      </StatusTag>
      {job?.fault && state !== 'printed' && <FaultLine fault={job.fault} />}
      {(state === 'failed' || state === 'unknown') && (
        <KeyButton size="small" icon={<Printer />} onClick={() => retry.mutate({ input: { jobId } })}>
          {t('result.again')}
        </KeyButton>
      )}
    </div>
  )
}

interface CopiesProps {
  readonly handoverId: string
  /** Nothing was printed yet: the next paper is the original. */
  readonly original: boolean
  readonly onQueued: (printJobId: string) => void
}

function Copies({ handoverId, original, onQueued }: CopiesProps) {
  const { t } = useTranslation(['handover', 'faults'])
  const faults = useFaultWords()
  const reprint = useEngineCommand('handover.reprint')
  const pdf = useEngineCommand('handover.save-pdf')
  const failed = (error: unknown) => {
    const { code } = faultOf(error)
    showToast({ title: t(`faults:${code}.title`), text: faults.keptAndNext(code) })
  }
  // Not `disabled` meanwhile: that would take the focus away from the button.
  const printCopy = () =>
    reprint.isPending ||
    reprint.mutate(
      { input: { handoverId } },
      {
        onSuccess: ({ printJobId, copy }) => {
          onQueued(printJobId)
          showToast({ title: copy === 0 ? t('result.queued') : t('result.reprinted', { copy }) })
        },
        onError: failed,
      },
    )
  const savePdf = () =>
    pdf.isPending ||
    pdf.mutate(
      { input: { handoverId } },
      {
        onSuccess: ({ saved, fileName }) => saved && showToast({ title: t('result.saved', { file: fileName }) }),
        onError: failed,
      },
    )
  return (
    <>
      <KeyButton size="tall" icon={<Printer />} aria-disabled={reprint.isPending} onClick={once(printCopy)}>
        {original ? t('result.printOriginal') : t('result.reprint')}
      </KeyButton>
      <KeyButton size="tall" icon={<FileDown />} aria-disabled={pdf.isPending} onClick={savePdf}>
        {t('result.pdf')}
      </KeyButton>
    </>
  )
}
