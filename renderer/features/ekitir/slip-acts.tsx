import { NativeSelect } from '@mantine/core'
import { Eye, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './ekitir.module.css'
import { PinShown } from './pin-shown.tsx'
import type { SlipShown } from './slip-shown.ts'

/** Print, answer whether paper came, show the PIN where nothing prints. */
export function SlipActs({ shown }: { readonly shown: SlipShown }) {
  const { t } = useTranslation('ekitir')
  const { showEkitir } = useNavigation()
  const { applicationId, slip, state, pin } = shown
  const reissue = () =>
    showEkitir({ kind: 'reissue', applicationId, ownerName: slip.subjectName ?? slip.applicantName })
  useShortcuts({ 'Alt+KeyT': reissue })
  if (state === 'replaced') return <p className={css.note}>{t('slip.replaced')}</p>
  return (
    <>
      <PinWord pin={pin} />
      {pin === 'asked' ? <Asked shown={shown} /> : <Print shown={shown} />}
      <div className={css.acts}>
        <KeyButton look="quiet" hint="Alt+T" onClick={reissue}>
          {t('slip.reissue')}
        </KeyButton>
      </div>
    </>
  )
}

function PinWord({ pin }: Pick<SlipShown, 'pin'>) {
  const { t } = useTranslation('ekitir')
  if (pin === 'asked') return null
  return (
    <div className={css.word}>
      <StatusTag tone={pin === 'waits' ? 'warn' : 'wait'}>{t(`slip.${pin}`)}</StatusTag>
      <p className={css.note}>{t(pin === 'waits' ? 'slip.waitsText' : 'slip.goneText')}</p>
    </div>
  )
}

/** The one question that only a person can answer. */
function Asked({ shown: { jobs } }: { readonly shown: SlipShown }) {
  const { t } = useTranslation('ekitir')
  const job = jobs.find(({ kind, state }) => kind === 'kitir-citizen' && state === 'unknown')
  const cameOut = useAct('print.cancel', () => showToast({ title: t('slip.forgotten') }))
  const again = useAct('print.retry', () => showToast({ title: t('slip.queued') }))
  const fault = cameOut.fault ?? again.fault
  if (!job) return null
  const { jobId } = job
  return (
    <div className={css.asked} role="alert">
      <b>{t('slip.asked')}</b>
      <p>{t('slip.askedText')}</p>
      <div className={css.acts}>
        <KeyButton onClick={once(() => cameOut.act({ jobId }))}>{t('slip.cameOut')}</KeyButton>
        <KeyButton onClick={once(() => again.act({ jobId }))}>{t('slip.notOut')}</KeyButton>
      </div>
      {fault && <FaultLine fault={fault} />}
    </div>
  )
}

function Print({ shown }: { readonly shown: SlipShown }) {
  const { t } = useTranslation('ekitir')
  const { kitirId, pin, printer, slip } = shown
  const printers = useEngineQuery('printer.system-list', {}).data ?? []
  const kept = useEngineQuery('settings.get', {}).data?.paperPrinter ?? null
  const [chosen, choose] = useState<string | null>(null)
  const [showing, setShowing] = useState(false)
  const usual = printer ? '' : kept !== null && printers.includes(kept) ? kept : (printers[0] ?? '')
  const paperPrinter = chosen ?? usual
  const { act, fault } = useAct('ekitir.print', () =>
    showToast({ title: t('slip.queued'), icon: <Printer size={20} aria-hidden="true" /> }),
  )
  const able = printer || paperPrinter !== ''
  const copy = pin === 'waits' ? 'both' : slip.copyFor
  const print = () => able && void act({ kitirId, copy, paperPrinter: paperPrinter === '' ? null : paperPrinter })
  useShortcuts({ 'Control+p': print })
  if (showing && pin === 'waits') return <PinShown kitirId={kitirId} onDone={() => setShowing(false)} />
  return (
    <div className={css.acts}>
      {able && (
        <NativeSelect
          label={t('slip.on')}
          value={paperPrinter}
          onChange={(event) => choose(event.currentTarget.value)}
          data={[...(printer ? [{ value: '', label: t('slip.receiptPrinter') }] : []), ...printers]}
        />
      )}
      {!able && <p className={css.note}>{t('slip.noPrinter')}</p>}
      {able && (
        <KeyButton
          look="primary"
          hint="Ctrl+P"
          icon={<Printer aria-hidden="true" />}
          onClick={once(print)}
          autoFocus
          data-autofocus
        >
          {t(pin === 'waits' ? 'slip.printBoth' : 'slip.printCopy')}
        </KeyButton>
      )}
      {pin === 'waits' && (
        <KeyButton
          look={able ? 'plain' : 'primary'}
          icon={<Eye aria-hidden="true" />}
          onClick={() => setShowing(true)}
          autoFocus={!able}
          data-autofocus={able ? undefined : true}
        >
          {t('slip.showPin')}
        </KeyButton>
      )}
      {fault && <FaultLine fault={fault} />}
    </div>
  )
}
