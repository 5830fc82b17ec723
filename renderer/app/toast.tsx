import { notifications } from '@mantine/notifications'
import i18next from 'i18next'
import type { ReactNode } from 'react'

interface Toast {
  readonly title: string
  readonly text?: string
  readonly icon?: ReactNode
  /** What it speaks of; else its title. */
  readonly about?: string
}

/** The last one about each thing. */
const shown = new Map<string, string>()

/** A short word at the edge of the screen; for what needs no answer. It takes the place of one about the same thing. Screen readers hear it politely. */
export function showToast({ title, text = '', icon, about = title }: Toast): void {
  const before = shown.get(about)
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
  shown.set(about, id)
}
