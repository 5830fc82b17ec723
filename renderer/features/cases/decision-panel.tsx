import { CheckCheck } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseShown } from '#shared/contract/engine/cases.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { ChoiceList } from './choice-list.tsx'
import { type Choice, choicesOf } from './choices.ts'
import css from './decision-panel.module.css'
import { PasswordField, ReasonField } from './fields.tsx'
import { Notes } from './notes.tsx'

/** The supervisor decides, says why and signs with the own password; or asks the clerks first. */
export function DecisionPanel({ file }: { readonly file: CaseShown }) {
  const { t } = useTranslation('cases')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const deciding = useDeciding(file, () => setPassword(''))
  const asking = choice?.decision === 'undecided'
  const ready = choice !== null && reason.trim().length >= 3 && (asking || password !== '') && !deciding.pending
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (ready) deciding.decide(choice, reason, password)
    else leadToMissing(form.current, choice === null, reason)
  }
  useShortcuts({ 'Control+Enter': () => submit() })
  return (
    <form ref={form} className={css.form} onSubmit={submit}>
      <h2>{t('decision.title')}</h2>
      <p className={css.kept}>{t('decision.kept')}</p>
      <Incomplete caseId={file.caseId} />
      <ChoiceList file={file} choices={choicesOf(file)} chosen={choice} onChoose={setChoice} />
      <ReasonField label={t(asking ? 'decision.question' : 'decision.reason')} value={reason} onChange={setReason} />
      {!asking && <PasswordField label={t('decision.password')} value={password} onChange={setPassword} />}
      {deciding.fault && <FaultLine fault={deciding.fault} />}
      <KeyButton type="submit" look="primary" size="big" hint="Ctrl+Enter" className={css.act} aria-disabled={!ready}>
        {t(asking ? 'decision.ask' : 'decision.settle')}
      </KeyButton>
      <Notes notes={file.notes} />
    </form>
  )
}

/** Focus goes to the first thing that is missing. */
function leadToMissing(form: HTMLFormElement | null, unchosen: boolean, reason: string): void {
  const wanted = unchosen ? 'input[type="radio"]' : reason.trim().length < 3 ? 'textarea' : 'input[type="password"]'
  form?.querySelector<HTMLElement>(wanted)?.focus()
}

function useDeciding(file: CaseShown, onRefused: () => void) {
  const { t } = useTranslation('cases')
  const icon = <CheckCheck size={20} aria-hidden="true" />
  const settling = useAct('case.settle', () =>
    showToast({ title: t('decision.done'), text: t('decision.doneText'), icon }),
  )
  const asking = useAct('case.note', () => showToast({ title: t('decision.asked'), icon }))
  const { caseId } = file
  const decide = ({ decision, standsHandoverId }: Choice, reason: string, password: string) => {
    if (decision === 'undecided') return void asking.act({ caseId, kind: 'asked', text: reason })
    const handoversSeen = file.receipts.map(({ handoverId }) => handoverId)
    void settling.act({ caseId, decision, standsHandoverId, handoversSeen, reason, password }).then(onRefused)
  }
  return { decide, pending: settling.pending || asking.pending, fault: settling.fault ?? asking.fault }
}

/** Said before anybody decides in vain. */
function Incomplete({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('cases')
  const signatures = useEngineQuery('case.signatures', { caseId }).data ?? []
  if (!signatures.some(({ where }) => where === 'pending')) return null
  return (
    <p className={css.incomplete} role="status">
      {t('decision.incomplete')}
    </p>
  )
}
