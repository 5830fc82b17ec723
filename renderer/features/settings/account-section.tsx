import { KeyRound, LockKeyhole, Smartphone } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoles } from '#shared/domain/staff/permissions.ts'
import { useSession, useStaff } from '../../app/session.tsx'
import { showToast } from '../../app/toast.tsx'
import { ChangePasswordForm } from '../../ui/change-password-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { SecondFactorForm } from '../../ui/second-factor-form.tsx'
import { SetPinForm } from '../../ui/set-pin-form.tsx'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

type What = 'pin' | 'password' | 'factor'

/** The own PIN, password and authenticator. */
export function AccountSection() {
  const { t } = useTranslation('account')
  const { hasPin, pinSet } = useSession()
  const { roles } = useStaff()
  const [what, setWhat] = useState<What | null>(null)
  const close = () => setWhat(null)
  const done = (title?: string) => {
    close()
    if (title) showToast({ title })
  }
  const mayHaveFactor = callRoles['session.begin-second-factor'].some((role) => roles.includes(role))
  return (
    <Section id="account" title={t('section')}>
      <p className={css.hint}>{t('sectionText')}</p>
      <div className={css.acts}>
        <KeyButton icon={<LockKeyhole />} onClick={() => setWhat('pin')}>
          {hasPin ? t('pin.change') : t('pin.set')}
        </KeyButton>
        <KeyButton icon={<KeyRound />} onClick={() => setWhat('password')}>
          {t('password.change')}
        </KeyButton>
        {mayHaveFactor && (
          <KeyButton icon={<Smartphone />} onClick={() => setWhat('factor')}>
            {t('factor.set')}
          </KeyButton>
        )}
      </div>
      <Dialog opened={what !== null} onClose={close} title={t(`${what ?? 'pin'}.title`)} width={560}>
        {what === 'pin' && (
          <SetPinForm
            onDone={() => {
              pinSet()
              done(t('pin.saved'))
            }}
          />
        )}
        {what === 'password' && <ChangePasswordForm first={false} onDone={() => done(t('password.saved'))} />}
        {what === 'factor' && <SecondFactorForm required={false} onDone={() => done()} />}
      </Dialog>
    </Section>
  )
}
