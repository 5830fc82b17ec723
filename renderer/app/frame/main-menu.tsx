import { Lock } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../engine-hooks.ts'
import { useNavigation } from '../navigation.tsx'
import { useSession } from '../session.tsx'
import css from './main-menu.module.css'
import { useStartOf } from './start-of.ts'
import { useMenu } from './use-menu.ts'

/** The menu at the left; folds to icons with their names on focus where there is little room. */
export function MainMenu() {
  const { t } = useTranslation('frame')
  const { screen, go } = useNavigation()
  const { lock } = useSession()
  const startOf = useStartOf()
  const menu = useMenu()
  const status = useEngineQuery('app.status', {})
  const exceptions = status.data?.exceptions ?? 0
  const asked = status.data?.questionsWaiting ?? 0
  return (
    <nav className={css.menu} aria-label={t('nav.label')}>
      {menu.map(({ name, icon: Icon, hint, group }, at) => (
        <Fragment key={name}>
          {at > 0 && menu[at - 1]?.group !== group && <hr />}
          <button
            type="button"
            className={css.item}
            aria-current={screen.name === name ? 'page' : undefined}
            aria-keyshortcuts={hint.replace('Ctrl', 'Control')}
            onClick={() => go(startOf(name))}
          >
            <Icon aria-hidden="true" />
            <span className={css.name}>{t(`nav.${name}`)}</span>
            {name === 'sync' && exceptions > 0 && (
              <span className={css.count} data-clash="true">
                <span className="visually-hidden">{t('nav.count', { count: exceptions })}</span>
                <span aria-hidden="true">{exceptions}</span>
              </span>
            )}
            {name === 'questions' && asked > 0 && (
              <span className={css.count}>
                <span className="visually-hidden">{t('nav.questionsWaiting', { count: asked })}</span>
                <span aria-hidden="true">{asked}</span>
              </span>
            )}
            <span className={css.key} aria-hidden="true">
              {hint}
            </span>
          </button>
        </Fragment>
      ))}
      <button type="button" className={`${css.item} ${css.end}`} aria-keyshortcuts="Control+L" onClick={lock}>
        <Lock aria-hidden="true" />
        <span className={css.name}>{t('nav.lock')}</span>
        <span className={css.key} aria-hidden="true">
          Ctrl+L
        </span>
      </button>
    </nav>
  )
}
