import { NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { CircleCheck, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrinterSettings, Settings } from '#shared/contract/engine/device.ts'
import { faultOf, useEngineCommand, useEngineQuery } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './admin.module.css'
import { type Draft, draftOf, printerOf } from './printer-draft.ts'
import { useSaveSettings } from './save-settings.ts'
import { Section } from './section.tsx'

const kinds = ['none', 'network', 'path', 'system'] as const

interface PrinterSectionProps {
  readonly settings: Settings
  readonly wanted: boolean
}

/** Choose the way to the printer, try it, and it is kept. */
export function PrinterSection({ settings, wanted }: PrinterSectionProps) {
  const { t } = useTranslation('admin')
  const [draft, setDraft] = useState(() => draftOf(settings.printer))
  const { save, error } = useSaveSettings()
  const printer = printerOf(draft)
  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed }
    setDraft(next)
    const complete = printerOf(next)
    if (complete) save({ printer: complete })
  }
  return (
    <Section title={t('printer.title')} wanted={wanted}>
      <NativeSelect
        label={t('printer.kind')}
        value={draft.kind}
        onChange={(event) => change({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'none' })}
        data={kinds.map((kind) => ({ value: kind, label: t(`printer.${kind}`) }))}
      />
      <WayToPrinter draft={draft} change={change} />
      {draft.kind === 'none' ? (
        <p className={css.note}>{t('printer.noneText')}</p>
      ) : (
        <PaperFields draft={draft} change={change} settings={settings} />
      )}
      {error && <FaultLine fault={faultOf(error)} />}
      {draft.kind !== 'none' && <TestPrint printer={printer} />}
    </Section>
  )
}

interface FieldsProps {
  readonly draft: Draft
  readonly change: (changed: Partial<Draft>) => void
}

function WayToPrinter({ draft, change }: FieldsProps) {
  const { t } = useTranslation('admin')
  if (draft.kind === 'network')
    return (
      <div className={css.row}>
        <TextInput
          label={t('printer.host')}
          value={draft.host}
          onChange={(event) => change({ host: event.currentTarget.value })}
        />
        <NumberInput
          label={t('printer.port')}
          value={draft.port}
          min={1}
          max={65535}
          allowDecimal={false}
          hideControls
          onChange={(port) => change({ port: Number(port) })}
        />
      </div>
    )
  if (draft.kind === 'path')
    return (
      <TextInput
        label={t('printer.path_')}
        description={t('printer.pathHint')}
        value={draft.path}
        onChange={(event) => change({ path: event.currentTarget.value })}
      />
    )
  return draft.kind === 'system' ? <SystemPrinters draft={draft} change={change} /> : null
}

function SystemPrinters({ draft, change }: FieldsProps) {
  const { t } = useTranslation('admin')
  const printers = useEngineQuery('printer.system-list', {}).data ?? []
  if (printers.length === 0) return <p className={css.note}>{t('printer.systemNone')}</p>
  return (
    <NativeSelect
      label={t('printer.system_')}
      value={draft.name}
      onChange={(event) => change({ name: event.currentTarget.value })}
      data={draft.name === '' ? ['', ...printers] : [...printers]}
    />
  )
}

function PaperFields({ draft, change, settings }: FieldsProps & Pick<PrinterSectionProps, 'settings'>) {
  const { t } = useTranslation('admin')
  const { save } = useSaveSettings()
  return (
    <div className={css.row}>
      <div>
        <span className={css.label} id="paper-width">
          {t('printer.width')}
        </span>
        <SegmentedControl
          aria-labelledby="paper-width"
          value={String(draft.widthMm)}
          onChange={(width) => change({ widthMm: width === '58' ? 58 : 80 })}
          data={['58', '80'].map((value) => ({ value, label: `${value} mm` }))}
        />
      </div>
      <div>
        <span className={css.label} id="paper-copies">
          {t('printer.copies')}
        </span>
        <SegmentedControl
          aria-labelledby="paper-copies"
          value={String(settings.copies)}
          onChange={(copies) => save({ copies: Number(copies) })}
          data={['1', '2', '3']}
        />
      </div>
    </div>
  )
}

function TestPrint({ printer }: { readonly printer: PrinterSettings | null }) {
  const { t } = useTranslation('admin')
  const test = useEngineCommand('printer.test')
  return (
    <>
      <div className={css.actions}>
        <KeyButton
          icon={<Printer />}
          aria-disabled={printer === null || test.isPending}
          onClick={() => printer && !test.isPending && test.mutate({ input: { printer } })}
        >
          {test.isPending ? t('printer.testing') : t('printer.test')}
        </KeyButton>
        {printer === null && <p className={css.warning}>{t('printer.invalid')}</p>}
      </div>
      <div role="status">
        {test.data && (
          <p className={css.result}>
            <CircleCheck aria-hidden="true" />
            {t('printer.tested', { ms: Math.round(test.data.ms) })}
          </p>
        )}
      </div>
      {test.error && <FaultLine fault={faultOf(test.error)} />}
    </>
  )
}
