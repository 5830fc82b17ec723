import { TextInput } from '@mantine/core'
import { TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { faultOf, useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { BackupChoice } from '../../ui/backup-choice.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine, lktOf } from '../../ui/states.tsx'
import css from './trouble-screen.module.css'

type State = OutputOf<'rescue.state'>
type Way = State['ways'][number]
export type Rescued = NonNullable<OutputOf<'rescue.run'>>

interface TroubleProps {
  readonly code: FaultCode | FatalCode
  readonly onDone: (done: Rescued) => void
}

/** The database cannot be opened: why, what was kept, and the ways out, by keyboard alone. */
export function TroubleScreen({ code, onDone }: TroubleProps) {
  const { t } = useTranslation(['faults', 'frame'])
  const state = useEngineQuery('rescue.state', {})
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <div className={css.head} role="alert">
          <TriangleAlert aria-hidden="true" />
          <div>
            <h1>{t('frame:engine.fatal')}</h1>
            <h2>{t(`${code}.title`)}</h2>
            <p>
              {t(`${code}.kept`)} {t(`${code}.next`)}
            </p>
          </div>
        </div>
        {state.data && state.data.ways.length > 0 && <WaysOut state={state.data} onDone={onDone} />}
        <small className={css.code}>{lktOf(code)}</small>
      </div>
    </main>
  )
}

/** What was set aside is damaged more often than not. */
const usualOf = (backups: State['backups']) =>
  (backups.find(({ kind }) => kind !== 'set-aside') ?? backups[0])?.name ?? ''

function WaysOut({ state, onDone }: { readonly state: State; readonly onDone: TroubleProps['onDone'] }) {
  const { t } = useTranslation('keeping')
  const { run, busy, fault } = useRescue(onDone)
  const [way, setWay] = useState<Way>(state.ways[0] ?? 'open')
  const [backup, setBackup] = useState(usualOf(state.backups))
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run({ way, ...(way === 'restore' ? { backup } : {}), ...(way === 'code' ? { code } : {}) })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <fieldset className={css.ways} disabled={busy}>
        <legend>{t('trouble.choose')}</legend>
        {state.ways.map((one, at) => (
          <label key={one} data-on={one === way}>
            <input
              type="radio"
              name="way"
              checked={one === way}
              onChange={() => setWay(one)}
              // The person has nothing else to do here.
              ref={at === 0 ? focusOnce : undefined}
            />
            <span>
              <b>{t(`way.${one}.title`)}</b>
              <span>{t(`way.${one}.text`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {way === 'restore' && (
        <BackupChoice label={t('trouble.backup')} backups={state.backups} value={backup} onChange={setBackup} />
      )}
      {way === 'code' && (
        <TextInput
          label={t('trouble.code')}
          description={t('trouble.codeHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {busy ? <Working rows={state.rows} /> : fault && <FaultLine fault={fault} />}
      <KeyButton type="submit" look="primary" size="big" hint="Enter" className={css.submit} aria-disabled={busy}>
        {t('trouble.go')}
      </KeyButton>
      {way !== 'open' && way !== 'code' && <p className={css.kept}>{t('trouble.kept')}</p>}
    </form>
  )
}

const focusOnce = (field: HTMLInputElement | null) => field?.focus()

function Working({ rows }: { readonly rows: number | null }) {
  const { t } = useTranslation('keeping')
  const format = useFormat()
  return (
    <p className={css.working} role="status">
      {t('trouble.working')} {rows !== null && rows > 0 && t('trouble.rows', { rows: format.number(rows) })}
    </p>
  )
}

/** Once at a time; a second press of Enter does not begin it again. */
function useRescue(onDone: TroubleProps['onDone']) {
  const engine = useEngine()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const run = async (input: InputOf<'rescue.run'>) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      const done = await engine.call('rescue.run', input)
      if (done) onDone(done)
    } catch (error) {
      setFault(faultOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, fault }
}
