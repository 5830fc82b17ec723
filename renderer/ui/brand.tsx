import { ScanLine } from 'lucide-react'
import css from './brand.module.css'

/** Mark and name, before anybody has signed in. */
export function Brand() {
  return (
    <div className={css.brand}>
      <span className={css.mark} aria-hidden="true">
        <ScanLine />
      </span>
      Loket
    </div>
  )
}
