import { Popover, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../../ui/key-button.tsx'
import { useSession } from '../session.tsx'
import css from './status-part.module.css'

interface PartProps {
  readonly icon: LucideIcon
  readonly look?: 'ok' | 'off' | 'warn'
  readonly label: ReactNode
  readonly explain: ReactNode
  /** One repair; needs a signed-in person. */
  readonly act?: { readonly label: string; readonly run: () => void } | undefined
}

const hoverAndFocus = { hover: true, focus: true, touch: false }

/** One part of the status bar: a button that explains, and repairs where something can be done. */
export function Part({ icon: Icon, look, label, explain, act }: PartProps) {
  const { t } = useTranslation('frame')
  const { staff } = useSession()
  const [opened, setOpened] = useState(false)
  // As in the style sheet: here the words give way to the icon.
  const zoomed = useMediaQuery('(max-width: 860px)')
  const name = <span className={css.whole}>{label}</span>
  const run = () => {
    setOpened(false)
    act?.run()
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" trapFocus returnFocus width={340} withinPortal>
      <Tooltip label={name} disabled={!zoomed || opened} classNames={{ tooltip: css.tip }} events={hoverAndFocus}>
        <Popover.Target>
          <button type="button" className={css.part} data-look={look} onClick={() => setOpened(!opened)}>
            <Icon aria-hidden="true" />
            <span>{label}</span>
          </button>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown className={css.explain}>
        <p>{explain}</p>
        {act && staff && (
          <KeyButton size="small" onClick={run}>
            {act.label}
          </KeyButton>
        )}
        {act && !staff && <p className={css.first}>{t('explain.signInFirst')}</p>}
      </Popover.Dropdown>
    </Popover>
  )
}

/** Words that give way to the icon where there is little room; they stay for screen readers, and in the tooltip. */
export function More({ children }: { readonly children: ReactNode }) {
  return <span className={css.more}>{children}</span>
}
