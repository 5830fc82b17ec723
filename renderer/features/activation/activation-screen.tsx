import { Progress, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { slipFrom } from '#shared/domain/enrolment/enrolment-slip.ts'
import { faultOf, useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { Brand } from '../../ui/brand.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { useSlowLineWords } from '../../ui/slow-line-words.ts'
import { FaultLine } from '../../ui/states.tsx'
import css from './activation-screen.module.css'
import { BroughtForm } from './brought-form.tsx'

type FirstCopy = NonNullable<OutputOf<'app.status'>['firstCopy']>

/** Aktivasi: a one-time code, then the first copy of the unit's data. */
export function ActivationScreen() {
  const { t } = useTranslation('activation')
  const status = useEngineQuery('app.status', {})
  const copy = status.data?.firstCopy ?? null
  const slow = useSlowLineWords()(status.data?.slowLine ?? null)
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <Brand />
        <h1>{copy ? t('copying') : t('title')}</h1>
        <p className={css.lead}>{copy ? t('copyingLead') : t('lead')}</p>
        {copy ? <CopyProgress copy={copy} /> : <Begin />}
        {copy && slow && <p className={css.lead}>{slow}</p>}
      </div>
    </main>
  )
}

/** A new device, or one whose backup was brought here. */
function Begin() {
  const { t } = useTranslation('keeping')
  const [brought, setBrought] = useState(false)
  return (
    <>
      {brought ? <BroughtForm /> : <CodeForm />}
      <KeyButton look="ghost" className={css.other} onClick={() => setBrought(!brought)}>
        {brought ? t('brought.notBrought') : t('brought.open')}
      </KeyButton>
    </>
  )
}

function CodeForm() {
  const { t } = useTranslation('activation')
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
      await engine.call(
        'device.enrol',
        slipFrom(code) ?? { code, ...(server.trim() ? { serverUrl: server.trim() } : {}) },
      )
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className={css.form}>
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
      {fault && <FaultLine fault={fault} kept={false} />}
      <KeyButton type="submit" look="primary" size="big" hint="Enter" className={css.submit} aria-disabled={busy}>
        {t('start')}
      </KeyButton>
    </form>
  )
}

function CopyProgress({ copy }: { readonly copy: FirstCopy }) {
  const { t } = useTranslation('activation')
  const format = useFormat()
  const share = copy.total ? Math.min(100, (copy.rows / copy.total) * 100) : 0
  return (
    <div>
      <Progress.Root size={16} radius={8}>
        <Progress.Section value={share} aria-label={t('copying')} />
      </Progress.Root>
      <dl className={css.figures} aria-live="polite">
        <div>
          <dt>{t('rows')}</dt>
          <dd className="num">
            {copy.total
              ? t('rowsOf', { rows: format.number(copy.rows), total: format.number(copy.total) })
              : format.number(copy.rows)}
          </dd>
        </div>
        <div>
          <dt>{t('size')}</dt>
          <dd className="num">{format.bytes(copy.bytes)}</dd>
        </div>
        <div>
          <dt>{t('left')}</dt>
          <dd className="num">
            {copy.secondsLeft === null ? t('leftUnknown') : format.duration(Math.max(60, copy.secondsLeft))}
          </dd>
        </div>
      </dl>
    </div>
  )
}
