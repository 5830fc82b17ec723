import { Hourglass } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseShown } from '#shared/contract/engine/cases.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './decision-panel.module.css'
import { ReasonField } from './fields.tsx'
import { Notes } from './notes.tsx'

/** For a clerk: the supervisor decides; what the clerk saw can be said. */
export function ClerkPanel({ file }: { readonly file: CaseShown }) {
  const { t } = useTranslation('cases')
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const note = useAct('case.note', () => {
    setText('')
    showToast({ title: t('waiting.kept') })
  })
  const ready = text.trim().length >= 3 && !note.pending
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (ready) void note.act({ caseId: file.caseId, kind: 'statement', text })
    else form.current?.querySelector('textarea')?.focus()
  }
  useShortcuts({ 'Control+Enter': () => submit() })
  return (
    <form ref={form} className={css.form} onSubmit={submit}>
      <h2>
        <StatusTag tone="warn" icon={Hourglass}>
          {t('waiting.title')}
        </StatusTag>
      </h2>
      <p className={css.text}>{t('waiting.text')}</p>
      <Notes notes={file.notes} />
      <ReasonField
        label={t('waiting.statement')}
        hint={t('waiting.statementHint')}
        value={text}
        autoFocus
        onChange={setText}
      />
      {note.fault && <FaultLine fault={note.fault} />}
      <KeyButton type="submit" size="tall" hint="Ctrl+Enter" className={css.act} aria-disabled={!ready}>
        {t('waiting.send')}
      </KeyButton>
    </form>
  )
}
