import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { type ComplaintSubject, complaintSubjects } from '#shared/domain/complaint/complaint.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './fields.module.css'

type Promised = OutputOf<'promise.get'>
type Who = InputOf<'complaint.file'>['complainant']['kind']

const kinds = ['self', 'family', 'proxy', 'guardian', 'mobile-team'] as const satisfies readonly Who[]

interface FileDialogProps {
  readonly opened: boolean
  readonly promised: Promised
  readonly onClose: () => void
}

/** A complaint as the citizen tells it. What is late is proposed where it is late. */
export function FileDialog({ opened, promised, onClose }: FileDialogProps) {
  const { t } = useTranslation('complaints')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('file.title')} width={620}>
      {opened && <FileForm promised={promised} onDone={onClose} />}
    </Dialog>
  )
}

function FileForm({ promised: { line }, onDone }: { readonly promised: Promised; readonly onDone: () => void }) {
  const { t } = useTranslation('complaints')
  const { go } = useNavigation()
  const [name, setName] = useState(line.applicantName)
  const [kind, setKind] = useState<Who>('self')
  const [subject, setSubject] = useState<ComplaintSubject>(line.clock.state === 'late' ? 'late' : 'service')
  const [text, setText] = useState('')
  const { act, fault } = useAct('complaint.file', ({ complaintId, number }) => {
    onDone()
    showToast({ title: t('file.saved', { number }), text: t('file.savedText') })
    go({ name: 'complaints', tab: 'complaints', id: complaintId })
  })
  const ready = name.trim().length >= 2 && text.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void act({ applicationId: line.applicationId, complainant: { name, kind }, subject, text })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <SubjectChoice subject={subject} onChange={setSubject} />
      <label className={css.field} htmlFor="complaint-text">
        <span>{t('file.text')}</span>
        <textarea
          id="complaint-text"
          rows={4}
          maxLength={2000}
          value={text}
          data-autofocus
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) submit(event)
          }}
        />
      </label>
      <div className={css.two}>
        <label className={css.field} htmlFor="complaint-name">
          <span>{t('file.name')}</span>
          <input
            id="complaint-name"
            value={name}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label className={css.field} htmlFor="complaint-who">
          <span>{t('file.who')}</span>
          <select id="complaint-who" value={kind} onChange={(event) => setKind(event.target.value as Who)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`who.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Ctrl+Enter" aria-disabled={!ready}>
          {t('file.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

interface SubjectChoiceProps {
  readonly subject: ComplaintSubject
  readonly onChange: (subject: ComplaintSubject) => void
}

function SubjectChoice({ subject, onChange }: SubjectChoiceProps) {
  const { t } = useTranslation('complaints')
  return (
    <fieldset className={css.subjects}>
      <legend>{t('file.subject')}</legend>
      {complaintSubjects.map((one) => (
        <label key={one}>
          <input type="radio" name="complaint-subject" checked={one === subject} onChange={() => onChange(one)} />
          {t(`subject.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}
