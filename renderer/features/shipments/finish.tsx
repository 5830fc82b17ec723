import { FileCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useTakesScan } from '../../app/scan-taker.tsx'
import { useSession } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Differences } from './differences.tsx'
import css from './finish.module.css'
import { statusOf } from './line-status.ts'
import { useReasons } from './use-reasons.ts'

interface FinishProps {
  readonly parcel: OutputOf<'shipment.get'>
  /** false: what came today, the rest tomorrow. */
  readonly complete: boolean
  readonly onBack: () => void
  /** A card was scanned: it belongs to the count, which is then signed anew. */
  readonly onScan: (code: string) => void
  readonly onDone: (signed: OutputOf<'shipment.receive'>) => void
}

/** What differs and why, then both sign: one act with all lines. */
export function Finish({ parcel, complete, onBack, onScan, onDone }: FinishProps) {
  const { t } = useTranslation('shipments')
  const { staff } = useSession()
  const [courierName, setCourierName] = useState(parcel.courierName)
  const [signature, setSignature] = useState<string | null>(null)
  const [courierSignature, setCourierSignature] = useState<string | null>(null)
  const { confirm, pending, fault } = useConfirm('shipment.receive', onDone)
  const reasons = useReasons(parcel.shipmentId)
  const differing = differencesOf(parcel.lines, complete)
  const silent = differing.filter((line) => reasons.noteOf(line).trim() === '').length
  const ready = silent === 0 && courierName.trim() !== '' && signature !== null && courierSignature !== null
  const press = async () => {
    if (!ready || pending) return focusMissing(silent > 0)
    // What stands in a field is what is signed, though nobody left the field.
    if (await reasons.keep(differing))
      await confirm({ shipmentId: parcel.shipmentId, complete, courierName, signature, courierSignature })
  }
  useShortcuts({ Escape: onBack, 'Control+Enter': () => void press() })
  useTakesScan((code) => {
    onScan(code)
    return true
  })
  const trouble = fault ?? reasons.fault
  return (
    <Page
      title={t(complete ? 'finish.title' : 'finish.titlePart')}
      lead={t('finish.lead', { number: parcel.number, paper: parcel.nextNumber })}
      bar={
        <ActionBar
          reason={
            trouble ? (
              <FaultLine fault={trouble} />
            ) : (
              <Reason silent={silent} courier={courierName} signed={signature !== null && courierSignature !== null} />
            )
          }
        >
          <KeyButton data-many size="tall" hint="Esc" onClick={onBack}>
            {t('finish.back')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<FileCheck />}
            aria-disabled={!ready || pending}
            onClick={() => void press()}
          >
            {pending ? t('finish.saving') : t('finish.confirm')}
          </KeyButton>
        </ActionBar>
      }
    >
      <Differences {...{ parcel, differing, complete, reasons }} />
      <section className={`${panel.panel} ${css.sign}`} aria-label={t('finish.sign')}>
        <h2>{t('finish.sign')}</h2>
        <div className={css.courier}>
          <TextField
            id="courier-name"
            label={t('finish.courier')}
            value={courierName}
            max={200}
            onChange={setCourierName}
          />
        </div>
        <div className={css.pads}>
          <SignatureBlock
            id="sign-clerk"
            title={t('finish.clerk')}
            signer={staff?.name ?? ''}
            signed={signature !== null}
            onChange={setSignature}
            keys={{ onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] }}
          />
          <SignatureBlock
            id="sign-courier"
            title={t('finish.sender')}
            signer={courierName}
            signed={courierSignature !== null}
            onChange={setCourierSignature}
            keys={{ onPaper: ['Alt+KeyY', 'Alt+Y'], again: ['Alt+KeyI', 'Alt+I'] }}
          />
        </div>
      </section>
    </Page>
  )
}

/** What must be explained: everything but what is sound and on the list. What comes tomorrow differs from nothing today. */
function differencesOf(lines: readonly ShipmentLine[], complete: boolean): readonly ShipmentLine[] {
  return lines.filter((line) => {
    const status = statusOf(line)
    if (status === 'open') return complete
    if (line.counted === 'missing') return complete
    return line.counted !== null && status !== 'good'
  })
}

function focusMissing(notes: boolean) {
  const selector = notes ? 'input[data-reason][data-empty="true"]' : '#courier-name, #sign-clerk canvas'
  document.querySelector<HTMLElement>(selector)?.focus()
}

interface ReasonProps {
  readonly silent: number
  readonly courier: string
  readonly signed: boolean
}

function Reason({ silent, courier, signed }: ReasonProps) {
  const { t } = useTranslation('shipments')
  if (silent > 0) return <>{t('finish.needReasons', { count: silent })}</>
  if (courier.trim() === '') return <>{t('finish.needCourier')}</>
  return <>{signed ? t('finish.ready') : t('finish.needSignatures')}</>
}
