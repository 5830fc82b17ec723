import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrinterSettings, Settings } from '#shared/contract/engine/device.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Choice } from './choice.tsx'
import { type Draft, draftOf, printerOf } from './printer-draft.ts'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

type Kind = PrinterSettings['kind']
const kinds: readonly Kind[] = ['none', 'network', 'path', 'system']

export function PrinterSettingsForm({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const [draft, setDraft] = useState(() => draftOf(settings.printer))
  const [copies, setCopies] = useState(settings.copies)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  return (
    <Section id="printer" title={t('printer.title')}>
      <NativeSelect
        label={t('printer.kind')}
        value={draft.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as Kind })}
        data={kinds.map((kind) => ({ value: kind, label: t(`printer.kinds.${kind}`) }))}
      />
      <Address draft={draft} change={change} />
      {draft.kind !== 'none' && (
        <div className={css.pair}>
          <Choice
            label={t('printer.width')}
            value={String(draft.widthMm)}
            options={[58, 80].map((mm) => ({ value: String(mm), label: t('printer.mm', { count: mm }) }))}
            onChange={(value) => change({ widthMm: value === '58' ? 58 : 80 })}
          />
          <Choice
            label={t('printer.copies')}
            value={String(copies)}
            options={['1', '2', '3'].map((n) => ({ value: n, label: n }))}
            onChange={(value) => setCopies(Number(value))}
          />
        </div>
      )}
      <Acts printer={printerOf(draft)} copies={copies} />
    </Section>
  )
}

function Address({ draft, change }: { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }) {
  const { t } = useTranslation('settings')
  const system = useEngineQuery('printer.system-list', {}, { enabled: draft.kind === 'system' })
  if (draft.kind === 'network')
    return (
      <div className={css.pair}>
        <TextInput
          className={css.wide}
          label={t('printer.host')}
          placeholder={t('printer.hostHint')}
          value={draft.host}
          onChange={(event) => change({ host: event.currentTarget.value })}
          spellCheck={false}
        />
        <NumberInput
          className={css.narrow}
          label={t('printer.port')}
          value={draft.port}
          onChange={(value) => change({ port: Number(value) })}
          min={1}
          max={65535}
          hideControls
        />
      </div>
    )
  if (draft.kind === 'path')
    return (
      <TextInput
        label={t('printer.path')}
        description={t('printer.pathHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.path}
        onChange={(event) => change({ path: event.currentTarget.value })}
        spellCheck={false}
      />
    )
  if (draft.kind !== 'system') return null
  if (system.isError) return <FaultLine fault={system.error.fault} />
  const names = system.data ?? []
  if (system.data && names.length === 0) return <p className={css.hint}>{t('printer.nameNone')}</p>
  return (
    <NativeSelect
      label={t('printer.name')}
      value={draft.name}
      onChange={(event) => change({ name: event.currentTarget.value })}
      data={['', ...names]}
    />
  )
}

function Acts({ printer, copies }: { readonly printer: PrinterSettings | null; readonly copies: number }) {
  const { t } = useTranslation('settings')
  const engine = useEngine()
  const [fault, setFault] = useState<Fault | null>(null)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const attempt = async (act: (printer: PrinterSettings) => Promise<void>) => {
    setFault(null)
    setMissing(printer === null)
    if (!printer || busy) return
    setBusy(true)
    try {
      await act(printer)
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setBusy(false)
    }
  }
  const icon = <CircleCheck size={20} aria-hidden="true" />
  const test = () =>
    attempt(async (ready) => {
      const { ms } = await engine.call('printer.test', { printer: ready })
      showToast({ title: t('printer.tested', { ms: Math.round(ms) }), text: t('printer.testedText'), icon })
    })
  const save = () =>
    attempt(async (ready) => {
      await engine.call('settings.save', { printer: ready, copies })
      showToast({ title: t('saved'), icon })
    })
  return (
    <>
      {missing && (
        <p className={css.missing} role="alert">
          {t('printer.incomplete')}
        </p>
      )}
      {fault && <FaultLine fault={fault} kept={false} />}
      <div className={css.acts}>
        <KeyButton look="primary" onClick={() => void save()} aria-disabled={busy}>
          {t('printer.save')}
        </KeyButton>
        {printer?.kind !== 'none' && (
          <KeyButton onClick={() => void test()} aria-disabled={busy}>
            {t('printer.test')}
          </KeyButton>
        )}
      </div>
    </>
  )
}
