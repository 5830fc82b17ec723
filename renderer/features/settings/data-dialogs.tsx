import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup, Rescued } from '#shared/contract/engine/keeping.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { BackupChoice } from '../../ui/backup-choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordForm } from '../../ui/password-form.tsx'
import css from './settings-screen.module.css'

export type DataDialog = 'restore' | 'repair' | 'renewKey'

interface DataDialogsProps {
  readonly shown: DataDialog | null
  readonly backups: readonly Backup[]
  readonly onClose: () => void
}

/** What changes the whole database asks for the password of who does it. */
export function DataDialogs({ shown, backups, onClose }: DataDialogsProps) {
  const { t } = useTranslation('keeping')
  const engine = useEngine()
  const [chosen, setChosen] = useState<string | null>(null)
  const backup = chosen ?? backups[0]?.name ?? ''
  const acts: Record<DataDialog, (password: string) => Promise<void>> = {
    restore: async (password) => told(await engine.call('data.restore', { backup, password })),
    repair: async (password) => told(await engine.call('data.repair', { password })),
    renewKey: async (password) => {
      await engine.call('data.renew-key', { password })
      showToast({ title: t('section.keyRenewed'), icon: <CircleCheck size={20} aria-hidden="true" /> })
    },
  }
  const told = (done: Rescued) =>
    showToast({
      title: done.enrolled ? t('done.title') : t('done.notEnrolled'),
      text: done.lostCount === 0 ? t('done.lostNone') : t('done.lostNumbers', { numbers: done.lost }),
      icon:
        done.lostCount === 0 ? (
          <CircleCheck size={20} aria-hidden="true" />
        ) : (
          <TriangleAlert size={20} aria-hidden="true" />
        ),
    })
  return (
    <Dialog opened={shown !== null} onClose={onClose} title={shown ? t(`${shown}.title`) : ''}>
      {shown && (
        <>
          <p className={css.hint}>{t(`${shown}.lead`)}</p>
          <PasswordForm
            action={t(`${shown}.title`)}
            before={
              shown === 'restore' && (
                <BackupChoice label={t('restore.choose')} backups={backups} value={backup} onChange={setChosen} />
              )
            }
            onPassword={async (password) => {
              await acts[shown](password)
              onClose()
            }}
          />
        </>
      )}
    </Dialog>
  )
}
