import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { faultOf, useEngine, useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState, FaultLine, SkeletonRows } from '../../ui/states.tsx'
import css from './claim-register.module.css'
import { MonthBars } from './month-bars.tsx'
import { BackButton } from './new-claim.tsx'

type Ledger = OutputOf<'claim.ledger'>

/** Register kompensasi for audit: months, kelurahan and causes with counts and rupiah, and as files. */
export function ClaimRegister({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation(['claims', 'common'])
  const ledger = useEngineQuery('claim.ledger', {})
  const slow = useSlow(ledger.isPending)
  const { save, fault } = useExport()
  useShortcuts({ Escape: onBack, 'Control+s': () => save('lines'), 'Alt+KeyP': () => save('payments') })
  return (
    <Page
      title={t('ledger.title')}
      lead={
        ledger.data?.of === 'city' ? (
          t('ledger.leadCity')
        ) : (
          <>
            {t('ledger.lead')} · <DataAsOf />
          </>
        )
      }
      actions={
        <>
          <BackButton onBack={onBack} />
          <KeyButton hint="Alt+P" icon={<FileDown aria-hidden="true" />} onClick={once(() => save('payments'))}>
            {t('ledger.exportPayments')}
          </KeyButton>
          <KeyButton
            look="primary"
            hint="Ctrl+S"
            icon={<FileDown aria-hidden="true" />}
            onClick={once(() => save('lines'))}
          >
            {t('ledger.exportLines')}
          </KeyButton>
        </>
      }
    >
      {fault && <FaultLine fault={fault} />}
      {ledger.isPending && <SkeletonRows rows={6} shown={slow} />}
      {ledger.isError && (
        <ErrorState fault={ledger.error.fault}>
          <KeyButton onClick={() => void ledger.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      )}
      {ledger.data?.lines.length === 0 && (
        <div className={panel.panel}>
          <EmptyState mood="good" title={t('ledger.none')} text={t('ledger.noneText')} />
        </div>
      )}
      {ledger.data && ledger.data.lines.length > 0 && (
        <div className={css.register}>
          <Table lines={ledger.data.lines} />
          <MonthBars months={ledger.data.months.slice(-6)} />
        </div>
      )}
    </Page>
  )
}

function useExport() {
  const { t } = useTranslation('claims')
  const engine = useEngine()
  const [fault, setFault] = useState<Fault | null>(null)
  const save = (of: InputOf<'claim.export-ledger'>['of']) => {
    setFault(null)
    engine
      .call('claim.export-ledger', { of })
      .then(({ saved, fileName }) =>
        showToast({ title: saved ? t('ledger.saved', { file: fileName }) : t('ledger.notSaved') }),
      )
      .catch((error: unknown) => setFault(faultOf(error)))
  }
  return { save, fault }
}

function Table({ lines }: { readonly lines: Ledger['lines'] }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const sum = (of: 'paid' | 'rupiah' | 'rejected' | 'contested') => lines.reduce((all, line) => all + line[of], 0)
  const heads = ['month', 'unit', 'cause', 'paid', 'rupiah', 'rejected', 'contested'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long register is scrolled by keyboard too
    <section className={`${panel.panel} ${css.scroll}`} tabIndex={0} aria-label={t('ledger.title')}>
      <table className={css.table}>
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" data-number={at > 2}>
                {t(`ledger.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.month} ${line.scope} ${line.cause}`}>
              <th scope="row">{format.month(line.month)}</th>
              <td>{line.unit}</td>
              <td>{t(`cause.${line.cause}`)}</td>
              <td data-number="true">{format.number(line.paid)}</td>
              <td data-number="true">{rupiah(line.rupiah)}</td>
              <td data-number="true">{format.number(line.rejected)}</td>
              <td data-number="true" data-bad={line.contested > 0}>
                {line.contested > 0 ? `${line.contested} · ${rupiah(line.contestedRupiah)}` : '0'}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('ledger.total')}
            </th>
            <td data-number="true">{format.number(sum('paid'))}</td>
            <td data-number="true">{rupiah(sum('rupiah'))}</td>
            <td data-number="true">{format.number(sum('rejected'))}</td>
            <td data-number="true">{format.number(sum('contested'))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
