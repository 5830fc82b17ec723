import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { useIsSupervisor } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './city.module.css'
import { CityDialog } from './city-dialog.tsx'
import type { Said } from './said.tsx'

export type CityComplaint = OutputOf<'city.complaints'>['complaints'][number]

interface ComplaintDialogProps {
  /** null: not told at the moment. */
  readonly complaint: CityComplaint | null
  readonly onClose: () => void
  readonly onDone: (said: Said) => void
}

/** A complaint that went up: what was said, to whom it went, and the answer. */
export function ComplaintDialog({ complaint, onClose, onDone }: ComplaintDialogProps) {
  const { t } = useTranslation('city')
  const supervisor = useIsSupervisor()
  // Above the complaint: what was begun stays while the line is gone, though the complaint does not.
  const [text, setText] = useState('')
  const { act, fault, pending } = useAct('city.answer-complaint', onDone)
  const ready = complaint !== null && text.trim().length >= 3 && !pending
  const send = () => {
    if (ready) void act({ scope: complaint.scope, complaintId: complaint.complaintId, text: text.trim() })
  }
  return (
    <CityDialog
      onClose={onClose}
      title={complaint ? t('complaints.one', { number: complaint.number }) : t('complaints.list')}
      width={720}
    >
      {complaint && <Told complaint={complaint} />}
      {supervisor ? (
        <Answer text={text} onText={setText} ready={ready} onSend={send} />
      ) : (
        <p className={css.hint}>{t('complaints.supervisorOnly')}</p>
      )}
      {fault && <FaultLine fault={fault} />}
    </CityDialog>
  )
}

interface AnswerProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly ready: boolean
  readonly onSend: () => void
}

function Answer({ text, onText, ready, onSend }: AnswerProps) {
  const { t } = useTranslation(['city', 'complaints'])
  useShortcuts({ 'Control+Enter': onSend })
  return (
    <>
      <label className={css.area}>
        {t('complaints:answerText')}
        <textarea
          data-autofocus
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </label>
      <DialogActions>
        <KeyButton look="primary" hint="Ctrl+Enter" aria-disabled={!ready} onClick={once(onSend)}>
          {t('complaints.answer')}
        </KeyButton>
      </DialogActions>
    </>
  )
}

function Told({ complaint }: { readonly complaint: CityComplaint }) {
  const { t } = useTranslation(['city', 'complaints', 'common'])
  const format = useFormat()
  const { complainantName, complainantKind, reached } = complaint
  const facts = [
    [t('column.unit'), complaint.unitName],
    [t('complaints.who'), `${complainantName}, ${t(`common:collector.${complainantKind}`)}`],
    [t('cards.kitir'), complaint.kitirNumber],
    [t('complaints.subject'), t(`complaints:subject.${complaint.subject}`)],
    [t('claims.taken'), t('claims.takenBy', { name: complaint.staffName, time: format.when(complaint.filedAt) })],
    [t('complaints.due'), format.dateTime(complaint.dueAt)],
    [t('complaints.level'), t('complaints.reachedAt', { ...reached, time: format.when(reached.at) })],
  ] as const
  return (
    <section className={css.paper}>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.words}>{complaint.text}</p>
    </section>
  )
}
