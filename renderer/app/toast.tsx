import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { ReactNode } from 'react'

interface Toast {
  readonly title: string
  readonly text?: string
  readonly icon?: ReactNode
}

/** The last one under each title. */
const shown = new Map<string, string>()

/** A short word at the edge of the screen; for what needs no answer. It takes the place of one with the same title. Screen readers hear it politely. */
export function showToast({ title, text = '', icon }: Toast): void {
  const before = shown.get(title)
  if (before) notifications.hide(before)
  const id = notifications.show({
    title,
    message: text,
    icon,
    autoClose: 5000,
    withBorder: false,
    role: 'status',
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
  })
  shown.set(title, id)
}
