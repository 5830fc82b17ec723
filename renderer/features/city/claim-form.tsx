import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsSupervisor } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './city.module.css'
import { beginAt, leadTo } from './lead-to.ts'
import type { ClaimActs, ClaimDecision, ClaimFile } from './use-claim-acts.ts'

type Outcome = 'stands' | 'check-anew'

/** A decision about a claim that is being made. */
export interface ClaimDraft {
  readonly outcome: Outcome
  readonly reason: string
  readonly password: string
}

export const emptyClaimDraft: ClaimDraft = { outcome: 'stands', reason: '', password: '' }

interface ClaimFormProps {
  readonly file: ClaimFile
  readonly draft: ClaimDraft
  readonly onDraft: (change: (before: ClaimDraft) => ClaimDraft) => void
  readonly acts: ClaimActs
}

/** What a claim waits for: an open case before anything else. */
type Asked = 'settle' | 'approve' | 'order'

function askedOf({ claim: { state, caseId } }: ClaimFile): Asked | null {
  if (caseId !== null) return 'settle'
  return state === 'checked' ? 'approve' : state === 'approved' ? 'order' : null
}

/** By the check and by now: anything else is approved for a reason only. */
const isEligible = ({ checkedAs, now }: ClaimFile): boolean =>
  [checkedAs, now].every((found) => found?.outcome === 'eligible')

const firstOf = { settle: 'input[type="radio"]', approve: 'textarea', order: 'input[type="password"]' } as const

/** The supervisor decides, gives the reason, and signs with the own password. */
export function ClaimForm(props: ClaimFormProps) {
  const { t } = useTranslation('city')
  const supervisor = useIsSupervisor()
  const asked = askedOf(props.file)
  if (asked === null) return <p className={css.hint}>{t('claims.nothingToDecide')}</p>
  if (!supervisor) return <p className={css.hint}>{t('case.supervisorOnly')}</p>
  return <Form key={asked} asked={asked} {...props} />
}

function Form({ file, draft, onDraft, acts, asked }: ClaimFormProps & { readonly asked: Asked }) {
  const { t } = useTranslation('city')
  const form = useRef<HTMLDivElement>(null)
  // The claim comes after the dialog: what is done in it begins here.
  useEffect(() => beginAt(form.current, firstOf[asked]), [asked])
  const change = (part: Partial<ClaimDraft>) => onDraft((before) => ({ ...before, ...part }))
  const reason = draft.reason.trim()
  const needsReason = asked === 'settle' || (asked === 'approve' && !isEligible(file))
  const decide = (decision: ClaimDecision, missing: boolean) => {
    if (acts.pending) return
    if (missing) return leadTo(form.current, 'textarea')
    if (draft.password === '') return leadTo(form.current, 'input[type="password"]')
    void acts.decide(file, decision, draft.password).then(() => {
      change({ password: '' })
      leadTo(form.current, 'input[type="password"]')
    })
  }
  const confirm = () => decide(decisionOf(asked, draft.outcome, reason), needsReason && reason === '')
  const reject = () => asked === 'approve' && decide({ kind: 'reject', reason }, reason === '')
  const signed = draft.password !== '' && !acts.pending
  useShortcuts({ 'Control+Enter': confirm, 'Alt+KeyK': reject })
  return (
    <div ref={form} className={css.form}>
      {asked === 'settle' && <Outcomes outcome={draft.outcome} onChange={(outcome) => change({ outcome })} />}
      {asked !== 'order' && <Reason value={draft.reason} onChange={(next) => change({ reason: next })} asked={asked} />}
      <TextField
        id="claim-password"
        type="password"
        label={t('password')}
        value={draft.password}
        max={256}
        autoFocus={asked === 'order'}
        onChange={(password) => change({ password })}
      />
      {acts.fault && <FaultLine fault={acts.fault} />}
      <DialogActions>
        {asked === 'approve' && (
          <KeyButton hint="Alt+K" aria-disabled={!signed || reason === ''} onClick={once(reject)}>
            {t('claims.reject')}
          </KeyButton>
        )}
        <KeyButton
          look="primary"
          hint="Ctrl+Enter"
          aria-disabled={!signed || (needsReason && reason === '')}
          onClick={once(confirm)}
        >
          {t(`claims.${asked}`)}
        </KeyButton>
      </DialogActions>
    </div>
  )
}

function decisionOf(asked: Asked, outcome: Outcome, reason: string): ClaimDecision {
  if (asked === 'settle') return { kind: 'settle', outcome, reason }
  return asked === 'order' ? { kind: 'order-payment' } : { kind: 'approve', reason: reason || null }
}

interface ReasonProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly asked: Asked
}

function Reason({ value, onChange, asked }: ReasonProps) {
  const { t } = useTranslation('city')
  return (
    <>
      <label className={css.area}>
        {t('claims.reason')}
        <textarea
          data-autofocus={asked === 'approve' ? true : undefined}
          rows={2}
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      <p className={css.hint}>{t(asked === 'settle' ? 'claims.settleReason' : 'claims.reasonNeeded')}</p>
    </>
  )
}

interface OutcomesProps {
  readonly outcome: Outcome
  readonly onChange: (outcome: Outcome) => void
}

/** Whether all stands, or it is checked anew; a payment stays a payment either way. */
function Outcomes({ outcome, onChange }: OutcomesProps) {
  const { t } = useTranslation(['city', 'claims'])
  return (
    <fieldset className={css.choices}>
      <legend>{t('claims:decide.outcome')}</legend>
      <div className={css.row}>
        {(['stands', 'check-anew'] as const).map((one) => (
          <label key={one} className={css.choice}>
            <input
              type="radio"
              name="claim-outcome"
              data-autofocus={one === 'stands' ? true : undefined}
              checked={outcome === one}
              onChange={() => onChange(one)}
            />
            <span>
              <b>{t(`claims:decide.${one}`)}</b>
              <small className={css.under}>{t(`claims:decide.${one}Text`)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
