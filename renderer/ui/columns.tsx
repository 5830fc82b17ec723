import type { CSSProperties, ReactNode } from 'react'
import css from './columns.module.css'

interface ColumnsProps {
  readonly children: ReactNode
  readonly side: ReactNode
  /** Pixels of the side, while there is room beside each other. */
  readonly sideWidth: number
}

/** The work at the left, what belongs to it at the right; one beneath the other where there is little room. */
export function Columns({ children, side, sideWidth }: ColumnsProps) {
  const width: CSSProperties & Record<'--side', string> = { '--side': `${sideWidth}px` }
  return (
    <div className={css.columns}>
      <div className={css.work}>{children}</div>
      <aside className={css.side} style={width}>
        {side}
      </aside>
    </div>
  )
}
