import { Progress } from '@mantine/core'
import { FolderOpen, Usb } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { FileOutcome } from '../../ui/file-outcome.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine } from '../../ui/states.tsx'
import { CarriedFiles } from './carried-files.tsx'
import css from './courier.module.css'
import { useCourier } from './use-courier.ts'

type State = OutputOf<'courier.state'>

/** The road without a network: the queue as a sealed file, files carried for others, and the way back. */
export function Courier() {
  const { t } = useTranslation('courier')
  const state = useEngineQuery('courier.state', {}).data
  const courier = useCourier()
  const busy = courier.busy || state?.running != null
  const place = useShownWhen(courier.said ?? courier.fault)
  useShortcuts({ 'Control+s': courier.save, 'Control+o': courier.open })
  return (
    <section ref={place}>
      <div className={panel.head}>
        <h2>{t('title')}</h2>
        <span className={panel.caption}>{t('hint')}</span>
      </div>
      <div className={panel.panel}>
        <div className={css.body}>
          {state && <Contents state={state} />}
          <div className={css.acts}>
            <KeyButton icon={<Usb aria-hidden="true" />} hint="Ctrl+S" onClick={courier.save} aria-disabled={busy}>
              {t('save')}
            </KeyButton>
            <KeyButton
              icon={<FolderOpen aria-hidden="true" />}
              hint="Ctrl+O"
              onClick={courier.open}
              aria-disabled={busy}
            >
              {t('open')}
            </KeyButton>
          </div>
          {state?.running && <Running running={state.running} />}
          <FileOutcome said={courier.said} />
          {courier.fault && <FaultLine fault={courier.fault} extra={<ForDevice details={courier.fault.details} />} />}
        </div>
        {state && <CarriedFiles rows={state.carried} courier={courier} />}
      </div>
    </section>
  )
}

/** What came of it must not lie below the edge of the window; nor its next step. */
function useShownWhen(outcome: unknown) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (outcome) place.current?.scrollIntoView({ block: 'nearest' })
  }, [outcome])
  return place
}

function Contents({ state: { possible, queue, savedAt } }: { readonly state: State }) {
  const { t } = useTranslation('courier')
  const format = useFormat()
  if (!possible) return <p className={css.words}>{t('never')}</p>
  const { commands, oldestAt, auditEntries, blobs, bytes } = queue
  const things = [
    ...(auditEntries > 0 ? [t('alsoAudit', { count: auditEntries })] : []),
    ...(blobs > 0 ? [t('alsoBlobs', { count: blobs })] : []),
  ]
  return (
    <p className={css.words}>
      <b>
        {commands > 0 && oldestAt
          ? t('holds', { count: commands, age: format.age(oldestAt), size: format.bytes(bytes) })
          : t('holdsNothing')}
      </b>{' '}
      {things.length > 0 && t('also', { things: things.join(', ') })} {t('sealed')}{' '}
      {savedAt && t('savedAt', { time: format.when(savedAt) })}
    </p>
  )
}

function Running({ running: { what, done, total } }: { readonly running: NonNullable<State['running']> }) {
  const { t } = useTranslation('courier')
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0
  return (
    <div className={css.running}>
      <span>{t(`running.${what}`)}</span>
      <Progress.Root size={8} radius={4}>
        <Progress.Section value={share} aria-label={t(`running.${what}`)} />
      </Progress.Root>
    </div>
  )
}

function ForDevice({ details }: { readonly details: Readonly<Record<string, unknown>> | undefined }): ReactNode {
  const { t } = useTranslation('courier')
  const device = details?.deviceName
  return typeof device === 'string' ? t('forDevice', { device }) : null
}
