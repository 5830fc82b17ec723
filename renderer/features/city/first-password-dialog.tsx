import { useTranslation } from 'react-i18next'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './first-password.module.css'

/** A first password to be told, once; null: the answer did not bring it again. */
export interface Given {
  readonly name: string
  readonly username: string
  readonly password: string | null
}

/** Kept in this dialog alone: closed, it is gone. */
export function FirstPasswordDialog({ given, onClose }: { readonly given: Given; readonly onClose: () => void }) {
  const { t } = useTranslation('account')
  return (
    <Dialog opened onClose={onClose} title={t('people.firstTitle', { name: given.name })} width={520}>
      <div className={css.given} role="status">
        {given.password === null ? (
          <p>{t('people.firstGone')}</p>
        ) : (
          <>
            <p>{t('people.firstLead')}</p>
            <dl>
              <dt>{t('people.username')}</dt>
              <dd>{given.username}</dd>
            </dl>
            <strong data-first-password>{given.password}</strong>
          </>
        )}
      </div>
      <DialogActions>
        <KeyButton look="primary" hint="Enter" data-autofocus onClick={onClose}>
          {t('people.copied')}
        </KeyButton>
      </DialogActions>
    </Dialog>
  )
}
