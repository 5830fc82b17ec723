import { useQueryClient } from '@tanstack/react-query'
import { ArrowLeft, FileText, Printer } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResultShown } from '#shared/contract/engine/result.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { ErrorState, FaultLine, SkeletonRows } from '../../ui/states.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './ekitir.module.css'

interface ResultViewProps {
  readonly applicationId: string
  readonly sha256: string
  readonly onBack: () => void
}

/** A finished document: its pages, whose signature it bears, and the way to paper. */
export function ResultView({ applicationId, sha256, onBack }: ResultViewProps) {
  const { t } = useTranslation('ekitir')
  const opened = useEngineQuery('result.open', { applicationId, sha256 })
  const slow = useSlow(opened.isPending)
  const queries = useQueryClient()
  useEffect(() => () => queries.removeQueries({ queryKey: ['result.open'] }), [queries])
  useShortcuts({ 'Alt+ArrowLeft': onBack })
  return (
    <div className={css.columns}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long document is scrolled by keyboard too */}
      <section className={css.pages} tabIndex={0} aria-label={t('result.pages')} aria-busy={opened.isFetching}>
        {opened.isError && <ErrorState fault={opened.error.fault} />}
        {opened.isPending && <SkeletonRows rows={8} shown={slow} />}
        {opened.data?.pages.map((page, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: order is identity on paper
          <img key={at} src={`data:image/jpeg;base64,${page}`} alt={t('result.page', { at: at + 1 })} />
        ))}
      </section>
      <div className={css.side}>
        {opened.data && <Signature signature={opened.data.signature} />}
        {opened.data && <Acts applicationId={applicationId} sha256={sha256} />}
        <KeyButton look="quiet" hint="Alt+←" icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
          {t('result.back')}
        </KeyButton>
      </div>
    </div>
  )
}

const tones: Record<ResultShown['signature']['state'], Tone> = {
  trusted: 'ok',
  'unknown-signer': 'warn',
  'added-to': 'warn',
  changed: 'bad',
  none: 'warn',
}

function Signature({ signature: { state, signer, at } }: Pick<ResultShown, 'signature'>) {
  const { t } = useTranslation('ekitir')
  const format = useFormat()
  return (
    <div className={css.word} role={state === 'changed' ? 'alert' : 'status'}>
      <StatusTag tone={tones[state]}>{t(`result.signature.${state}`)}</StatusTag>
      {signer && <p className={css.note}>{t('result.signer', { name: signer, time: format.when(at) })}</p>}
      <p className={css.note}>{t(`result.signatureText.${state}`)}</p>
    </div>
  )
}

function Acts({ applicationId, sha256 }: Pick<ResultViewProps, 'applicationId' | 'sha256'>) {
  const { t } = useTranslation(['ekitir', 'paper'])
  const printers = useEngineQuery('printer.system-list', {}).data ?? []
  const kept = useEngineQuery('settings.get', {}).data?.paperPrinter ?? ''
  const printerName = printers.includes(kept) ? kept : (printers[0] ?? '')
  const print = useAct('result.print', ({ pageCount }) =>
    showToast({ title: t('paper:printed', { count: pageCount }) }),
  )
  const save = useAct('result.save', ({ saved, fileName }) =>
    showToast({ title: saved ? t('paper:saved', { file: fileName }) : t('paper:notSaved') }),
  )
  const toPaper = () => printerName !== '' && void print.act({ applicationId, sha256, printerName })
  const toFile = () => void save.act({ applicationId, sha256 })
  useShortcuts({ 'Control+p': toPaper, 'Control+s': toFile })
  const fault = print.fault ?? save.fault
  return (
    <div className={css.acts}>
      {printerName !== '' && (
        <KeyButton look="primary" hint="Ctrl+P" icon={<Printer aria-hidden="true" />} onClick={once(toPaper)} autoFocus>
          {t('result.print', { printer: printerName })}
        </KeyButton>
      )}
      <KeyButton
        hint="Ctrl+S"
        icon={<FileText aria-hidden="true" />}
        onClick={once(toFile)}
        autoFocus={printerName === ''}
      >
        {t('result.save')}
      </KeyButton>
      {fault && <FaultLine fault={fault} />}
    </div>
  )
}
