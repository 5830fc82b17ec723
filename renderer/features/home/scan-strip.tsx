import { Camera, ScanLine } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useOpenResult, useResolveCode } from '../../app/open-code.ts'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './scan-strip.module.css'

/** The first thing of the day: a number to type, or the camera. Has the focus. */
export function ScanStrip() {
  const { t } = useTranslation('home')
  const { go } = useNavigation()
  const resolve = useResolveCode()
  const open = useOpenResult()
  const [number, setNumber] = useState('')
  const [fault, setFault] = useState<Fault | null>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (number.trim() === '') return field.current?.focus()
    setFault(null)
    try {
      open(await resolve(number.trim(), 'typed'))
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  return (
    <form className={css.strip} onSubmit={submit}>
      <ScanLine className={css.stripIcon} aria-hidden="true" />
      <div className={css.stripText}>
        <b>{t('ready')}</b>
        <span>{fault ? <FaultLine fault={fault} /> : t('readyLead')}</span>
      </div>
      <label className={css.field}>
        <span className="visually-hidden">{t('number')}</span>
        <input
          ref={field}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          placeholder={t('number')}
          autoComplete="off"
          spellCheck={false}
        />
        <Keys>Enter</Keys>
      </label>
      <KeyButton
        look="primary"
        size="tall"
        icon={<Camera aria-hidden="true" />}
        hint="F2"
        onClick={() => go({ name: 'scan' })}
      >
        {t('openCamera')}
      </KeyButton>
    </form>
  )
}
