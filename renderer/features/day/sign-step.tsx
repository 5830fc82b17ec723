import { LockKeyhole } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { actRoles } from '#shared/domain/staff/permissions.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useSession, useStaff } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, SelectField, TextField } from '../../ui/text-field.tsx'
import css from './day.module.css'

interface SignStepProps {
  readonly close: Omit<InputOf<'shift.close'>, 'signature' | 'taking'>
  readonly agrees: boolean
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Who closes signs; who takes over signs too, with the own password, or the drawer stays closed. */
export function SignStep({ close, agrees, onBack, onDone }: SignStepProps) {
  const { t } = useTranslation('day')
  const staff = useStaff()
  const [signature, setSignature] = useState<string | null>(null)
  const next = useNextClerk()
  const handOn = useHandOn()
  const { confirm, pending, fault } = useConfirm('shift.close', (closed) => {
    showToast(toastWords(t, closed))
    onDone()
    if (next.taking && closed.nextShiftId) void handOn(next.taking)
  })
  useEffect(() => document.querySelector<HTMLElement>('#next-clerk')?.focus(), [])
  const missing = signature === null ? 'needSign' : next.missing ? 'needTaker' : null
  const press = () => {
    if (signature !== null && missing === null && !pending)
      return void confirm({ ...close, signature, taking: next.taking })
    document.querySelector<HTMLElement>(signature === null ? '#sign-close canvas' : '#next-password')?.focus()
  }
  useShortcuts({ Escape: onBack, 'Control+Enter': press })
  return (
    <Page
      title={t('closing.title')}
      lead={agrees ? t('closing.agrees') : null}
      bar={
        <ActionBar reason={fault ? <FaultLine fault={fault} /> : t(`closing.${missing ?? 'ready'}`)}>
          <KeyButton size="tall" hint="Esc" onClick={onBack}>
            {t('closing.back')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<LockKeyhole />}
            aria-disabled={missing !== null || pending}
            onClick={press}
          >
            {t('closing.action')}
          </KeyButton>
        </ActionBar>
      }
    >
      <section className={`${panel.panel} ${css.part}`}>
        <h2>{t('closing.sign')}</h2>
        <div className={css.narrow}>{next.fields}</div>
        <div className={css.pads}>
          <SignatureBlock
            id="sign-close"
            title={t('closing.signer')}
            signer={staff.name}
            signed={signature !== null}
            onChange={setSignature}
            keys={{ onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] }}
          />
          {next.pad}
        </div>
      </section>
    </Page>
  )
}

function toastWords(t: ReturnType<typeof useTranslation<'day'>>['t'], { differs, number }: OutputOf<'shift.close'>) {
  return { title: t('closing.done'), text: t(differs ? 'closing.doneDiffers' : 'closing.doneText', { number }) }
}

/** Who took the drawer over works here from now on: signed in with the password just given, or asked for it where that fails. */
function useHandOn() {
  const engine = useEngine()
  const { begin, end } = useSession()
  return async ({ username, password }: { readonly username: string; readonly password: string }) => {
    await engine.call('session.sign-out', {}).catch(() => undefined)
    // From here to the next sign-in nobody works here: what is asked meanwhile locks nothing.
    engine.setSession(null)
    const signedIn = await engine.call('session.sign-in', { username, password }).catch(() => null)
    end()
    if (signedIn) begin(signedIn)
  }
}

const mayHold = new Set<string>(actRoles['shift.open'])

/** Who takes the drawer over, if anybody: a name, the own password, a signature. */
function useNextClerk() {
  const { t } = useTranslation('day')
  const staff = useStaff()
  const people = useEngineQuery('session.staff', {}).data ?? []
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  const others = people.filter((one) => one.staffId !== staff.staffId && one.roles.some((role) => mayHold.has(role)))
  const chosen = others.find((one) => one.username === username)
  const fields = (
    <Fields>
      <SelectField
        id="next-clerk"
        label={t('closing.taking')}
        choose={t('closing.nobody')}
        value={username}
        options={others.map((one) => ({ value: one.username, label: one.name }))}
        onChange={setUsername}
      />
      {chosen && (
        <TextField
          id="next-password"
          type="password"
          max={256}
          label={t('closing.password')}
          value={password}
          onChange={setPassword}
        />
      )}
    </Fields>
  )
  const pad = chosen && (
    <SignatureBlock
      id="sign-next"
      title={t('closing.taker')}
      signer={chosen.name}
      signed={signature !== null}
      onChange={setSignature}
      keys={{ onPaper: ['Alt+KeyY', 'Alt+Y'], again: ['Alt+KeyI', 'Alt+I'] }}
    />
  )
  const signed = chosen && password !== '' && signature !== null
  const taking = signed ? { username: chosen.username, password, signature } : null
  return { fields, pad, taking, missing: chosen !== undefined && !signed }
}
