import { type Dispatch, type SetStateAction, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsSupervisor } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type CaseFile, letterOf } from './case-file.ts'
import css from './city.module.css'
import { leadTo } from './lead-to.ts'
import type { CaseActs, CaseChoice } from './use-case-acts.ts'

/** A decision that is being made. */
export interface SettleDraft {
  readonly choice: CaseChoice | null
  readonly reason: string
  readonly password: string
}

export const emptyDraft: SettleDraft = { choice: null, reason: '', password: '' }

interface SettleFormProps {
  readonly file: CaseFile
  readonly draft: SettleDraft
  readonly onDraft: Dispatch<SetStateAction<SettleDraft>>
  readonly acts: CaseActs
}

/** The supervisor's decision with its reason, signed with the own password; or the clerks are asked first. */
export function SettleForm({ file, draft, onDraft, acts }: SettleFormProps) {
  const { t } = useTranslation('city')
  const supervisor = useIsSupervisor()
  const form = useRef<HTMLDivElement>(null)
  const change = (part: Partial<SettleDraft>) => onDraft((before) => ({ ...before, ...part }))
  const { choice, password } = draft
  const reason = draft.reason.trim()
  const { pending } = acts
  const confirm = () => {
    if (!supervisor || pending) return
    if (choice === null) return leadTo(form.current, 'input[type="radio"]')
    if (reason === '') return leadTo(form.current, 'textarea')
    if (password === '') return leadTo(form.current, 'input[type="password"]')
    void acts.settle(file, choice, { reason, password }).then(() => {
      change({ password: '' })
      leadTo(form.current, 'input[type="password"]')
    })
  }
  const question = () => {
    if (pending) return
    if (reason === '') return leadTo(form.current, 'textarea')
    acts.ask(file, reason)
  }
  const complete = choice !== null && reason !== '' && password !== ''
  useShortcuts({ 'Control+Enter': confirm, 'Alt+KeyK': question })
  return (
    <div ref={form} className={css.form}>
      <Choices file={file} chosen={choice} onChoose={(one) => change({ choice: one })} />
      <label className={css.area}>
        {t('case.reason')}
        <textarea
          rows={2}
          maxLength={500}
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </label>
      {supervisor && (
        <TextField
          id="case-password"
          type="password"
          label={t('password')}
          value={password}
          max={256}
          onChange={(next) => change({ password: next })}
        />
      )}
      {acts.fault && <FaultLine fault={acts.fault} />}
      <DialogActions>
        <KeyButton hint="Alt+K" aria-disabled={reason === '' || pending} onClick={once(question)}>
          {t('case.ask')}
        </KeyButton>
        <KeyButton
          look="primary"
          hint="Ctrl+Enter"
          aria-disabled={!(supervisor && complete) || pending}
          onClick={once(confirm)}
        >
          {t('case.settle')}
        </KeyButton>
      </DialogActions>
    </div>
  )
}

interface ChoicesProps {
  readonly file: CaseFile
  readonly chosen: CaseChoice | null
  readonly onChoose: (choice: CaseChoice) => void
}

function Choices({ file, chosen, onChoose }: ChoicesProps) {
  const { t } = useTranslation('city')
  const supervisor = useIsSupervisor()
  const first = useRef<HTMLInputElement>(null)
  // The file comes after the dialog: what is done in it begins with the choice.
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  return (
    <fieldset className={css.choices} disabled={!supervisor}>
      <legend>{t('case.decision')}</legend>
      <p className={css.hint}>{supervisor ? t('case.nothingLost') : t('case.supervisorOnly')}</p>
      <div className={css.row}>
        {useChoices(file).map(({ label, ...one }, at) => (
          <label key={label} className={css.choice}>
            <input
              ref={at === 0 ? first : undefined}
              type="radio"
              name="decision"
              checked={chosen?.decision === one.decision && chosen.standsHandoverId === one.standsHandoverId}
              onChange={() => onChoose(one)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What may be decided about a case of this kind. */
function useChoices({ case: { kind }, handovers }: CaseFile): readonly (CaseChoice & { readonly label: string })[] {
  const { t } = useTranslation('city')
  if (kind !== 'double-hand-over')
    return [
      { decision: 'accepted', standsHandoverId: null, label: t('case.accept') },
      { decision: 'rejected', standsHandoverId: null, label: t('case.reject') },
    ]
  return [
    ...handovers.map(({ handoverId }, at) => ({
      decision: 'one-stands' as const,
      standsHandoverId: handoverId,
      label: t('case.stands', { letter: letterOf(at) }),
    })),
    { decision: 'both-happened', standsHandoverId: null, label: t('case.both') },
  ]
}
