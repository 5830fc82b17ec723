import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import css from './step.module.css'

interface StepProps {
  readonly number: number
  readonly state: 'done' | 'now' | 'later'
  readonly title: string
  /** At the right of the title. */
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** One step of the hand-over: done, now, or later. */
export function Step({ number, state, title, hint, children }: StepProps) {
  return (
    <section className={css.step} data-state={state} aria-label={title}>
      <span className={css.mark} aria-hidden="true">
        {state === 'done' ? <Check /> : number}
      </span>
      <div className={css.stepBody}>
        <div className={css.stepHead}>
          <h2>{title}</h2>
          {hint && <div className={css.hint}>{hint}</div>}
        </div>
        {children}
      </div>
    </section>
  )
}
