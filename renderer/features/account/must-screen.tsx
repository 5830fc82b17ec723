import { useTranslation } from 'react-i18next'
import { useEngine } from '../../app/engine-hooks.ts'
import { useSession } from '../../app/session.tsx'
import { Brand } from '../../ui/brand.tsx'
import { ChangePasswordForm } from '../../ui/change-password-form.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { SecondFactorForm } from '../../ui/second-factor-form.tsx'
import css from './must-screen.module.css'

/** What somebody must do before any work: the engine answers nothing else. */
export function MustScreen({ what }: { readonly what: 'password' | 'second-factor' }) {
  const { t } = useTranslation('account')
  const { done, end } = useSession()
  const engine = useEngine()
  const leave = (
    <KeyButton look="ghost" onClick={() => void engine.call('session.sign-out', {}).finally(end)}>
      {t('password.leave')}
    </KeyButton>
  )
  return (
    <main className={css.screen}>
      <div className={css.box}>
        <Brand />
        <h1>{what === 'password' ? t('password.firstTitle') : t('factor.mustTitle')}</h1>
        {what === 'password' ? (
          <ChangePasswordForm first onDone={({ must }) => done(must)} beside={leave} />
        ) : (
          <SecondFactorForm required onDone={() => done(null)} beside={leave} />
        )}
      </div>
    </main>
  )
}
