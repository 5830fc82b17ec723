import { KeyButton, once } from '../key-button.tsx'
import css from './document.module.css'

interface PurposeChoiceProps<P extends string> {
  readonly lead: string
  readonly purposes: readonly { readonly purpose: P; readonly label: string }[]
  readonly onPurpose: (purpose: P) => void
}

/** What somebody looks into a citizen's papers for: said before anything is shown, and kept with the name of who looks. */
export function PurposeChoice<P extends string>({ lead, purposes, onPurpose }: PurposeChoiceProps<P>) {
  return (
    <>
      <p className={css.lead}>{lead}</p>
      <div className={css.acts}>
        {purposes.map(({ purpose, label }, at) => (
          <KeyButton
            key={purpose}
            {...(at === 0 && { 'data-autofocus': true })}
            onClick={once(() => onPurpose(purpose))}
          >
            {label}
          </KeyButton>
        ))}
      </div>
    </>
  )
}
