import { TextInput } from '@mantine/core'
import { QrCode } from 'lucide-react'
import { type FormEvent, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { type EnrolmentSlip, slipFrom } from '#shared/domain/enrolment/enrolment-slip.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './activation-screen.module.css'
import { SlipCamera } from './slip-camera.tsx'

/** The code of the Dinas: typed, pasted, read by a USB scanner or by the camera. */
export function CodeForm() {
  const { t } = useTranslation('activation')
  const { enrol, fault, busy } = useEnrol()
  const [code, setCode] = useState('')
  const [server, setServer] = useState('')
  const [camera, setCamera] = useState(false)
  useShortcuts({ 'Alt+k': () => setCamera((on) => !on) })
  const onSlip = useCallback(
    (slip: EnrolmentSlip) => {
      setCamera(false)
      void enrol(slip)
    },
    [enrol],
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enrol(slipFrom(code) ?? { code, ...(server.trim() ? { serverUrl: server.trim() } : {}) })
  }
  return (
    <form onSubmit={submit} className={css.form}>
      {camera && <SlipCamera onSlip={onSlip} onType={() => setCamera(false)} />}
      {!camera && (
        <>
          <TextInput
            label={t('code')}
            description={t('codeHint')}
            value={code}
            onChange={(e) => setCode(e.currentTarget.value)}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
          <TextInput
            label={t('server')}
            description={t('serverHint')}
            value={server}
            onChange={(e) => setServer(e.currentTarget.value)}
            type="url"
            autoComplete="off"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        </>
      )}
      {fault && <FaultLine fault={fault} kept={false} />}
      <KeyButton hint="Alt+K" icon={<QrCode />} onClick={() => setCamera(!camera)}>
        {camera ? t('typeCode') : t('scanSlip')}
      </KeyButton>
      {!camera && (
        <KeyButton type="submit" look="primary" size="big" hint="Enter" className={css.submit} aria-disabled={busy}>
          {t('start')}
        </KeyButton>
      )}
    </form>
  )
}

/** One at a time: a camera sees the same slip many times a second. */
function useEnrol() {
  const engine = useEngine()
  const running = useRef(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const enrol = useCallback(
    async (input: InputOf<'device.enrol'>) => {
      if (running.current) return
      running.current = true
      setBusy(true)
      setFault(null)
      try {
        await engine.call('device.enrol', input)
      } catch (error) {
        setFault(faultOf(error))
      } finally {
        running.current = false
        setBusy(false)
      }
    },
    [engine],
  )
  return { enrol, fault, busy }
}
