import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import chips from '../../ui/chips.module.css'
import { Keys } from '../../ui/key-button.tsx'
import css from './city.module.css'

type TabName = 'units' | 'cases' | 'claims' | 'incidents' | 'cards' | 'shipments' | 'complaints' | 'devices' | 'people'

interface TabsProps<N extends TabName> {
  readonly names: readonly N[]
  readonly now: N
  readonly onPick: (name: N) => void
  /** At their right. */
  readonly children?: ReactNode
}

/** Parts of a screen to choose from, with Ctrl and their number. */
export function Tabs<N extends TabName>({ names, now, onPick, children }: TabsProps<N>) {
  const { t } = useTranslation('city')
  useShortcuts(Object.fromEntries(names.map((name, at) => [`Control+Digit${at + 1}`, () => onPick(name)])))
  return (
    <div className={css.tools}>
      <fieldset className={css.group}>
        <legend className="visually-hidden">{t('tabs')}</legend>
        {names.map((name, at) => (
          <button
            key={name}
            type="button"
            className={chips.chip}
            aria-pressed={name === now}
            aria-keyshortcuts={`Control+${at + 1}`}
            onClick={() => onPick(name)}
          >
            {t(`tab.${name as TabName}`)} <Keys>{`Ctrl+${at + 1}`}</Keys>
          </button>
        ))}
      </fieldset>
      {children}
    </div>
  )
}
