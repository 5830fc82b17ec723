import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './activation-screen.module.css'

/** A backup of another computer and a recovery code make this one that device. The file is chosen when the form is sent. */
export function BroughtForm() {
  const { t } = useTranslation('keeping')
  const engine = useEngine()
  const [code, setCode] = useState('')
  const [server, setServer] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await engine.call('rescue.run', { way: 'code', code, ...(server.trim() ? { serverUrl: server.trim() } : {}) })
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <p className={css.lead}>{t('brought.lead')}</p>
      <TextInput
        label={t('trouble.code')}
        description={t('trouble.codeHint')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
      <TextInput
        label={t('trouble.server')}
        value={server}
        onChange={(event) => setServer(event.currentTarget.value)}
        type="url"
        autoComplete="off"
      />
      {busy ? <p role="status">{t('trouble.working')}</p> : fault && <FaultLine fault={fault} kept={false} />}
      <KeyButton type="submit" look="primary" size="big" hint="Enter" className={css.submit} aria-disabled={busy}>
        {t('brought.choose')}
      </KeyButton>
    </form>
  )
}
