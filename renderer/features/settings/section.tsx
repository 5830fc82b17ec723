import type { ReactNode } from 'react'
import panel from '../../ui/panel.module.css'
import css from './settings-screen.module.css'

interface SectionProps {
  readonly id: 'printer' | 'camera' | 'look' | 'device' | 'override' | 'lan' | 'data' | 'account'
  readonly title: string
  readonly children: ReactNode
}

/** One part of the settings; its heading takes the focus when a status segment leads here. */
export function Section({ id, title, children }: SectionProps) {
  return (
    <section className={`${panel.panel} ${css.section}`} aria-labelledby={`settings-${id}`}>
      <h2 id={`settings-${id}`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
