import { useTranslation } from 'react-i18next'
import type { CaseShown } from '#shared/contract/engine/cases.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import tick from '../../ui/tick.module.css'
import css from './choice-list.module.css'
import { type Choice, keyOfChoice } from './choices.ts'
import { letterOf } from './letters.ts'

interface ChoiceListProps {
  readonly file: CaseShown
  readonly choices: readonly Choice[]
  readonly chosen: Choice | null
  readonly onChoose: (choice: Choice) => void
}

/** One of a few decisions, each with its key. */
export function ChoiceList({ file, choices, chosen, onChoose }: ChoiceListProps) {
  const { t } = useTranslation('cases')
  useShortcuts(
    Object.fromEntries(choices.slice(0, 9).map((choice, at) => [`Control+Digit${at + 1}`, () => onChoose(choice)])),
  )
  return (
    <div className={css.list} role="radiogroup" aria-label={t('decision.which')}>
      {choices.map((choice, at) => (
        <Option
          key={keyOfChoice(choice)}
          file={file}
          choice={choice}
          hint={`Ctrl+${at + 1}`}
          first={at === 0}
          on={chosen !== null && keyOfChoice(chosen) === keyOfChoice(choice)}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

interface OptionProps {
  readonly file: CaseShown
  readonly choice: Choice
  readonly hint: string
  readonly first: boolean
  readonly on: boolean
  readonly onChoose: (choice: Choice) => void
}

function Option({ file, choice, hint, first, on, onChoose }: OptionProps) {
  const { t } = useTranslation('cases')
  const { decision, standsHandoverId } = choice
  const others = file.receipts.filter(({ handoverId }) => handoverId !== standsHandoverId)
  const words = {
    letter: standsHandoverId === null ? '' : letterOf(file, standsHandoverId),
    others: others.map(({ handoverId }) => letterOf(file, handoverId)).join(', '),
  }
  return (
    <label className={css.option} data-on={on}>
      <input
        type="radio"
        name="decision"
        className={tick.box}
        checked={on}
        // biome-ignore lint/a11y/noAutofocus: a decision is what the screen was opened for
        autoFocus={first}
        onChange={() => onChoose(choice)}
      />
      <span>
        <b>{t(`decision.${decision}`, words)}</b>
        <small>{t(`decision.${decision}Text`, words)}</small>
      </span>
      <Keys>{hint}</Keys>
    </label>
  )
}
