import { useTranslation } from 'react-i18next'
import type { CaseReceipt, CaseShown } from '#shared/contract/engine/cases.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ReceiptPaper } from '../../ui/receipt-paper.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { differingLabels } from './differences.ts'
import { EvidenceFacts, type SignaturePlace } from './evidence-facts.tsx'
import { letterAt } from './letters.ts'
import css from './receipts.module.css'

/** The receipts as they were printed, side by side; where they differ is marked. */
export function Receipts({ file }: { readonly file: CaseShown }) {
  const signatures = useEngineQuery('case.signatures', { caseId: file.caseId }).data ?? []
  const marked = differingLabels(file.receipts.map(({ receipt }) => receipt))
  return file.receipts.map((one, at) => {
    const found = signatures.find(({ handoverId }) => handoverId === one.handoverId)
    return (
      <ReceiptColumn
        key={one.handoverId}
        one={one}
        letter={letterAt(at)}
        settled={file.state === 'settled'}
        marked={marked}
        signature={one.signature ?? found?.signature ?? null}
        where={found?.where ?? null}
      />
    )
  })
}

interface ColumnProps {
  readonly one: CaseReceipt
  readonly letter: string
  readonly settled: boolean
  readonly marked: ReadonlySet<string>
  readonly signature: string | null
  readonly where: SignaturePlace | null
}

function ReceiptColumn({ one, letter, settled, marked, signature, where }: ColumnProps) {
  const { t } = useTranslation('cases')
  const { showReceipt } = useNavigation()
  const title = t('receipt.title', { letter })
  return (
    <section className={css.column} aria-label={title}>
      <div className={css.head}>
        <h2>
          {title}{' '}
          <small>{t(one.receipt.offline ? 'receipt.offline' : 'receipt.device', { device: one.deviceCode })}</small>
        </h2>
        <Standing standing={one.standing} settled={settled} />
      </div>
      <div className={css.paper}>
        <ReceiptPaper receipt={one.receipt} signature={signature} label={one.receipt.number} marked={marked} short />
      </div>
      <EvidenceFacts one={one} where={where} />
      <KeyButton look="ghost" size="small" className={css.open} onClick={() => showReceipt(one.handoverId)}>
        {t('receipt.open', { letter })}
      </KeyButton>
    </section>
  )
}

const tones = { stands: 'ok', contested: 'clash', 'set-aside': 'bad', undone: 'bad' } as const

function Standing({ standing, settled }: { readonly standing: CaseReceipt['standing']; readonly settled: boolean }) {
  const { t } = useTranslation('cases')
  const words = settled && standing === 'stands' ? t('receipt.stands') : t(`receipt.standing.${standing}`)
  return <StatusTag tone={tones[standing]}>{words}</StatusTag>
}
