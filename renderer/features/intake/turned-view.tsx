import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutLayer } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './review-page.module.css'

interface TurnedViewProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The screen is turned to the citizen: nothing else on it, in letters that are read across the counter. */
export function TurnedView({ opened, onClose, children }: TurnedViewProps) {
  const { t } = useTranslation('intake')
  return (
    <Modal.Root opened={opened} onClose={onClose} fullScreen transitionProps={{ duration: 0 }}>
      <Modal.Content radius={0} aria-label={t('review.turnedTitle')} className={css.turned}>
        <Modal.Body>
          <ShortcutLayer open={opened}>
            <h1>{t('review.turnedTitle')}</h1>
            {opened && children}
            <KeyButton look="primary" size="big" hint="Esc" data-autofocus onClick={onClose}>
              {t('review.turnBack')}
            </KeyButton>
          </ShortcutLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
