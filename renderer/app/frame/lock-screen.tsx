import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { PasswordForm } from '../../ui/password-form.tsx'
import { EngineFault } from '../engine-client.ts'
import { useEngine, useEngineQuery } from '../engine-hooks.ts'
import { pinOrPassword } from '../pin-or-password.ts'
import { useScanWaits } from '../scan-waits.ts'
import { useSession } from '../session.tsx'
import { ShortcutLayer } from '../shortcuts.tsx'
import css from './lock-screen.module.css'

/** Covers the screen and keeps its state behind it. The same person opens it; another one signs in afresh. */
export function LockScreen() {
  const { t } = useTranslation('frame')
  const { locked, staff } = useSession()
  if (!staff) return null
  return (
    <Modal.Root
      classNames={{ content: css.content, body: css.body }}
      opened={locked}
      onClose={() => undefined}
      fullScreen
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={1000}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Content radius={0} aria-label={t('lockScreen.title')}>
        <Modal.Body>
          <ShortcutLayer>
            <Unlock />
          </ShortcutLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Unlock() {
  const { t } = useTranslation('frame')
  const { staff, hasPin, begin, unlock, end } = useSession()
  const engine = useEngine()
  const [attempt, setAttempt] = useState(0)
  const scanWaits = useScanWaits()
  const unsent = useEngineQuery('app.status', {}).data?.unsent.count ?? 0
  if (!staff) return null
  const open = async (password: string) => {
    try {
      await engine.call('session.unlock', hasPin ? pinOrPassword(password) : { password })
      unlock()
    } catch (error) {
      // The session itself is over (long absence): the same password signs the same person in again, the screen stays.
      if (!(error instanceof EngineFault) || error.fault.code !== 'sign-in-required') throw error
      begin(await engine.call('session.sign-in', { username: staff.username, password }))
    }
    setAttempt(attempt + 1)
  }
  const change = () => void engine.call('session.sign-out', {}).finally(end)
  return (
    <div className={css.form}>
      <Avatar name={staff.name} large />
      <h1>{t('lockScreen.title')}</h1>
      <p>
        {t('lockScreen.why', { name: staff.name })}
        {unsent > 0 && ` ${t('lockScreen.unsent', { count: unsent })}`}
      </p>
      <PasswordForm
        key={attempt}
        action={t('lockScreen.open')}
        hint={scanWaits ?? t(hasPin ? 'lockScreen.pinHint' : 'lockScreen.hint')}
        {...(hasPin ? { label: t('lockScreen.pinOrPassword') } : {})}
        onPassword={open}
      />
      <KeyButton look="ghost" onClick={change}>
        {t('lockScreen.change')}
      </KeyButton>
    </div>
  )
}
