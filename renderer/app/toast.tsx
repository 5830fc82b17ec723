import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { ReactNode } from 'react'

interface Toast {
  readonly title: string
  readonly text?: string
  readonly icon?: ReactNode
}

/** A short word at the edge of the screen; for what needs no answer. Screen readers hear it politely. */
export function showToast({ title, text = '', icon }: Toast): void {
  notifications.show({
    title,
    message: text,
    icon,
    autoClose: 5000,
    withBorder: false,
    role: 'status',
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
  })
}
