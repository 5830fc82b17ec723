import { useTranslation } from 'react-i18next'
import { type Screen, useNavigation } from '../app/navigation.tsx'
import { useShortcuts } from '../app/shortcuts.tsx'
import { Keys } from './key-button.tsx'
import css from './screen-tabs.module.css'

const tabs = ['promise', 'complaints', 'claims'] as const
export type ScreenTab = (typeof tabs)[number]

const screenOf = (tab: ScreenTab): Screen => (tab === 'claims' ? { name: 'claims' } : { name: 'complaints', tab })

/** The three sides of the promise, on every one of their screens: Ctrl+Tab goes on to the next. */
export function ScreenTabs({ now }: { readonly now: ScreenTab }) {
  const { t } = useTranslation('complaints')
  const { go } = useNavigation()
  const beside = (step: number) => () => {
    const next = tabs[(tabs.indexOf(now) + step + tabs.length) % tabs.length]
    if (next) go(screenOf(next))
  }
  useShortcuts({ 'Control+Tab': beside(1), 'Control+Shift+Tab': beside(-1) })
  return (
    <nav className={css.tabs} aria-label={t('tabs.label')}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          className={css.tab}
          aria-current={tab === now ? 'page' : undefined}
          onClick={() => go(screenOf(tab))}
        >
          {t(`tabs.${tab}`)}
        </button>
      ))}
      <span className={css.keys}>
        <Keys>Ctrl+Tab</Keys>
      </span>
    </nav>
  )
}
