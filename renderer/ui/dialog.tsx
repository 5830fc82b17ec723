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
  readonly children: ReactNode
}

/** A dialog above the screen: Esc closes it, focus stays in it, the keys of the screen beneath rest. */
export function Dialog({ opened, onClose, title, width = 560, children }: DialogProps) {
  const { t } = useTranslation('common')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      classNames={{ content: css.content, header: css.header, title: css.title, body: css.body }}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 160, transition: 'fade' }}
    >
      <ShortcutLayer>{children}</ShortcutLayer>
    </Modal>
  )
}
