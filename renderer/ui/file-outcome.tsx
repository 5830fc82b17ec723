import { CircleCheck, Info } from 'lucide-react'
import css from './file-outcome.module.css'
import type { Said } from './file-words.ts'

/** Stays until the next act: where the file is, and what to do with it. */
export function FileOutcome({ said }: { readonly said: Said | null }) {
  return (
    <div role="status" className={css.outcome}>
      {said && (
        <>
          {said.mood === 'good' ? <CircleCheck className={css.good} aria-hidden="true" /> : <Info aria-hidden="true" />}
          <span>
            <b>{said.title}</b> {said.text}
          </span>
        </>
      )}
    </div>
  )
}
