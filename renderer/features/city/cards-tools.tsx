import { Truck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import chips from '../../ui/chips.module.css'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './city.module.css'

export const groups = {
  queue: ['printed', 'sorted', 'missing'],
  coming: ['shipped'],
  shelf: ['ready'],
  reprint: ['lost'],
  trouble: ['damaged'],
} as const
export type Group = keyof typeof groups

interface ToolsProps {
  readonly group: Group
  readonly onGroup: (group: Group) => void
  readonly chosen: number
  readonly onAll: () => void
  readonly onSend: () => void
}

/** Which cards are shown; of those that wait to be sent all can be chosen, and the chosen ones sent. */
export function CardsTools({ group, onGroup, chosen, onAll, onSend }: ToolsProps) {
  const { t } = useTranslation('city')
  const queue = group === 'queue'
  const send = () => {
    if (queue && chosen > 0) onSend()
  }
  useShortcuts({ 'Alt+KeyK': send, 'Control+a': () => queue && onAll() })
  return (
    <div className={css.tools}>
      <fieldset className={css.group}>
        <legend className="visually-hidden">{t('cards.groups')}</legend>
        {(Object.keys(groups) as Group[]).map((name) => (
          <button
            key={name}
            type="button"
            className={chips.chip}
            aria-pressed={name === group}
            onClick={() => onGroup(name)}
          >
            {t(`cards.group.${name}`)}
          </button>
        ))}
      </fieldset>
      {queue && (
        <>
          <KeyButton look="quiet" hint="Ctrl+A" onClick={onAll}>
            {t('cards.all')}
          </KeyButton>
          <KeyButton look="primary" hint="Alt+K" icon={<Truck />} aria-disabled={chosen === 0} onClick={send}>
            {t('cards.dispatch')} {chosen > 0 && `(${chosen})`}
          </KeyButton>
        </>
      )}
    </div>
  )
}
