import { type ReactNode, useEffect, useRef } from 'react'
import panel from '../../ui/panel.module.css'
import css from './admin.module.css'

interface SectionProps {
  readonly title: string
  /** The screen was opened for this section: focus goes to its heading. */
  readonly wanted: boolean
  readonly children: ReactNode
}

export function Section({ title, wanted, children }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (wanted) heading.current?.focus()
  }, [wanted])
  return (
    <section className={`${panel.panel} ${css.section}`} aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <div className={css.fields}>{children}</div>
    </section>
  )
}
