import type { ReactNode } from 'react'
import css from './split.module.css'

interface SplitProps {
  readonly list: ReactNode
  readonly detail: ReactNode
}

/** What is to be chosen at the left, what was chosen at the right; one beneath the other where there is little room. */
export function Split({ list, detail }: SplitProps) {
  return (
    <div className={css.split}>
      <div className={css.list}>{list}</div>
      <section className={css.detail} id="detail" tabIndex={-1}>
        {detail}
      </section>
    </div>
  )
}
