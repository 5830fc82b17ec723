import { NativeSelect } from '@mantine/core'
import { FileText, Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperAsked } from '#shared/contract/engine/papers.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine, useEngineQuery } from '../app/engine-hooks.ts'
import { useShortcuts } from '../app/shortcuts.tsx'
import { showToast } from '../app/toast.tsx'
import { KeyButton, once } from './key-button.tsx'
import css from './paper-dialog.module.css'
import { FaultLine } from './states.tsx'

interface PaperActsProps {
  readonly paper: PaperAsked
  readonly onClose: () => void
  /** It was printed or saved. */
  readonly onCameOut?: (() => void) | undefined
}

/** What can be done with a paper: print it on an A4 printer, save it, leave it. */
export function PaperActs({ paper, onClose, onCameOut }: PaperActsProps) {
  const { t } = useTranslation(['paper', 'common'])
  const printers = useEngineQuery('printer.system-list', {})
  const [chosen, choose] = usePrinter(printers.data)
  const field = useRef<HTMLSelectElement>(null)
  const acts = useActs(paper, chosen, onCameOut)
  const { busy, fault, save } = acts
  const print = () => (chosen === '' ? field.current?.focus() : acts.print())
  useShortcuts({ 'Control+p': print, 'Control+s': save })
  return (
    <>
      {printers.data?.length === 0 ? (
        <p className={css.hint}>{t('noPrinter')}</p>
      ) : (
        <NativeSelect
          ref={field}
          label={t('printer')}
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[{ value: '', label: t('choose') }, ...(printers.data ?? [])]}
        />
      )}
      <div className={css.acts}>
        {printers.data?.length !== 0 && (
          <KeyButton
            look="primary"
            hint="Ctrl+P"
            icon={<Printer aria-hidden="true" />}
            aria-disabled={busy || chosen === ''}
            onClick={once(print)}
          >
            {t('print')}
          </KeyButton>
        )}
        <KeyButton
          look={printers.data?.length === 0 ? 'primary' : 'plain'}
          hint="Ctrl+S"
          icon={<FileText aria-hidden="true" />}
          aria-disabled={busy}
          onClick={once(save)}
          data-autofocus
        >
          {t('pdf')}
        </KeyButton>
        <KeyButton hint="Esc" onClick={onClose}>
          {t('common:close')}
        </KeyButton>
      </div>
      {fault && <FaultLine fault={fault} />}
    </>
  )
}

/** The A4 printer as last used, as long as it is there. */
function usePrinter(names: readonly string[] = []) {
  const kept = useEngineQuery('settings.get', {}).data?.paperPrinter ?? ''
  const [chosen, choose] = useState<string | null>(null)
  const wanted = chosen ?? kept
  return [names.includes(wanted) ? wanted : '', choose] as const
}

function useActs(paper: PaperAsked, printerName: string, onCameOut: (() => void) | undefined) {
  const { t } = useTranslation('paper')
  const engine = useEngine()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const attempt = async (act: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    await act().catch((error: unknown) => setFault(faultOf(error)))
    setBusy(false)
  }
  const print = () =>
    attempt(async () => {
      const { pageCount } = await engine.call('paper.print', { paper, printerName })
      showToast({ title: t('printed', { count: pageCount }), icon: <Printer size={20} aria-hidden="true" /> })
      onCameOut?.()
      await engine.call('settings.save', { paperPrinter: printerName })
    })
  const save = () =>
    attempt(async () => {
      const { saved, fileName } = await engine.call('paper.save', { paper })
      if (saved) onCameOut?.()
      showToast({ title: saved ? t('saved', { file: fileName }) : t('notSaved') })
    })
  return { busy, fault, print: () => void print(), save: () => void save() }
}
