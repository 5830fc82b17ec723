import type { ReactNode } from 'react'
import css from './page.module.css'

interface PageProps {
  readonly title: string
  /** Small words beside the title. */
  readonly lead?: ReactNode
  /** At the right of the title. */
  readonly actions?: ReactNode
  /** Bar that never moves, under the scrolling part. */
  readonly bar?: ReactNode
  /** The content fills the height and scrolls by itself (lists). */
  readonly fill?: boolean
  readonly children: ReactNode
}

/** One screen inside the frame: heading, scrolling content, and a bar that stays. */
export function Page({ title, lead, actions, bar, fill = false, children }: PageProps) {
  return (
    <div className={css.page}>
      <div className={css.body} data-fill={fill}>
        <div className={css.head}>
          <h1 className={css.title}>{title}</h1>
          {lead && <div className={css.lead}>{lead}</div>}
          {actions && <div className={css.actions}>{actions}</div>}
        </div>
        {children}
      </div>
      {bar}
    </div>
  )
}

/** The 80 px bar at the bottom: the reason at its left, the primary action at its right. */
export function ActionBar({ reason, children }: { readonly reason: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={css.bar}>
      <div className={css.reason} role="status">
        {reason}
      </div>
      {children}
    </div>
  )
}
