import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isClosed } from '#shared/domain/filing/filing-status.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import type { Application } from './application.ts'
import css from './detail.module.css'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** What can be done with an application: put right what came back, take it back. */
export function ApplicationActions({ application: { line, sentBack, kitirs } }: { readonly application: Application }) {
  const { t } = useTranslation('applications')
  const { go, showEkitir } = useNavigation()
  const [withdrawing, withdraw] = useState(false)
  const { applicationId, status, subjectName } = line
  const valid = kitirs.find(({ state }) => state === 'valid')
  const slip = () => valid && showEkitir({ kind: 'slip', kitirId: valid.kitirId })
  const reissue = () => showEkitir({ kind: 'reissue', applicationId, ownerName: subjectName })
  const repair = useAct('application.begin-repair', ({ draftId }) => go({ name: 'intake', draftId }))
  const begin = () => void repair.act({ applicationId })
  const open = !isClosed(status)
  useShortcuts({
    'Alt+KeyE': reissue,
    ...(valid && { 'Control+p': slip }),
    ...(sentBack && { 'Alt+KeyP': begin }),
    ...(open && { 'Alt+KeyC': () => withdraw(true) }),
  })
  return (
    <>
      <div className={css.actions}>
        {sentBack && (
          <KeyButton look="primary" hint="Alt+P" onClick={begin}>
            {t('repair')}
          </KeyButton>
        )}
        {valid && (
          <KeyButton hint="Ctrl+P" onClick={slip}>
            {t('kitir.slip')}
          </KeyButton>
        )}
        <KeyButton hint="Alt+E" onClick={reissue}>
          {t('kitir.reissue')}
        </KeyButton>
        {open && (
          <KeyButton look="quiet" hint="Alt+C" onClick={() => withdraw(true)}>
            {t('withdraw.open')}
          </KeyButton>
        )}
      </div>
      {repair.fault && <FaultLine fault={repair.fault} />}
      <WithdrawDialog opened={withdrawing} line={line} onClose={() => withdraw(false)} />
    </>
  )
}
