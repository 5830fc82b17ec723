import { CloudOff, FolderOpen, Usb } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { FileOutcome } from '../../ui/file-outcome.tsx'
import { type Said, useFileWords } from '../../ui/file-words.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { PasswordForm } from '../../ui/password-form.tsx'
import css from './by-file.module.css'

interface PersonProps {
  readonly person: OutputOf<'session.staff'>[number]
}
type What = 'save' | 'open'

/** Nobody gets in here any more without the centre: what waits can leave all the same, and its answer come back, while the desk stays locked. */
export function ByFile({ person }: PersonProps) {
  const { t } = useTranslation('signIn')
  const [what, setWhat] = useState<What | null>(null)
  return (
    <div className={css.note}>
      <CloudOff aria-hidden="true" />
      <div>
        <b>{t('byFile.title')}</b>
        <span>{t('byFile.why')}</span>
        <div className={css.acts}>
          <KeyButton size="small" icon={<Usb aria-hidden="true" />} onClick={() => setWhat('save')}>
            {t('byFile.save')}
          </KeyButton>
          <KeyButton size="small" icon={<FolderOpen aria-hidden="true" />} onClick={() => setWhat('open')}>
            {t('byFile.open')}
          </KeyButton>
        </div>
      </div>
      <Dialog opened={what !== null} onClose={() => setWhat(null)} title={t(`byFile.${what ?? 'save'}`)}>
        {what && <Act key={what} what={what} person={person} onDone={() => setWhat(null)} />}
      </Dialog>
    </div>
  )
}

function Act({ what, person, onDone }: PersonProps & { readonly what: What; readonly onDone: () => void }) {
  const { t } = useTranslation(['signIn', 'common'])
  const engine = useEngine()
  const words = useFileWords()
  const [said, setSaid] = useState<Said | null>(null)
  const act = async (password: string) => {
    const proof = { username: person.username, password }
    setSaid(null)
    if (what === 'save') setSaid(words.saved(await engine.call('courier.save-queue-locked', proof)))
    else setSaid(words.opened(await engine.call('courier.open-answer-locked', proof)))
  }
  return (
    <>
      <p className={css.lead}>{t(`byFile.${what}Lead`, { name: person.name })}</p>
      {said?.mood === 'good' ? (
        <>
          <FileOutcome said={said} />
          <DialogActions>
            <KeyButton look="primary" hint="Enter" autoFocus onClick={onDone}>
              {t('common:close')}
            </KeyButton>
          </DialogActions>
        </>
      ) : (
        <>
          <PasswordForm action={t(`byFile.${what}`)} onPassword={act} hint={t('byFile.hint')} />
          <FileOutcome said={said} />
        </>
      )}
    </>
  )
}
