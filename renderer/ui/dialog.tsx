import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutLayer } from '../app/shortcuts.tsx'
import css from './dialog.module.css'

interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** Pixels. */
  readonly width?: number
  /** Above the lock screen, too. */
  readonly above?: boolean
  readonly children: ReactNode
}

/** A dialog above the screen: Esc closes it, focus stays in it, the keys of the screen beneath rest. */
export function Dialog({ opened, onClose, title, width = 560, above = false, children }: DialogProps) {
  const { t } = useTranslation('common')
  return (
    <Modal.Root
      classNames={{ content: css.content, header: css.header, title: css.title, body: css.body }}
      opened={opened}
      onClose={onClose}
      size={width}
      {...(above ? { zIndex: 1050 } : {})}
      transitionProps={{ duration: 160, transition: 'fade' }}
    >
      <Modal.Overlay color="#0E1316" backgroundOpacity={0.5} />
      <Modal.Content>
        {/* A header element here would be a second banner of the page. */}
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </Modal.Header>
        <Modal.Body>
          <ShortcutLayer open={opened}>{children}</ShortcutLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** What can be done in a dialog, at its lower right. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={css.actions}>{children}</div>
}
