import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { useIsSupervisor } from '../session.tsx'
import { besideMenu } from './screens.ts'
import css from './shortcut-sheet.module.css'
import { useMenu } from './use-menu.ts'

/** All keys on one sheet (F1). */
export function ShortcutSheet({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['frame', 'override', 'ekitir'])
  const supervisor = useIsSupervisor()
  const menu = useMenu()
  const work = [
    ['Enter', t('shortcuts.primary')],
    ['Ctrl+Enter', t('shortcuts.primaryTyping')],
    ['Ctrl+1…9', t('shortcuts.row')],
    ['↑ ↓', t('shortcuts.rows')],
    ['Esc', t('shortcuts.back')],
    ['Ctrl+K', t('shortcuts.find')],
    ['F3', t('shortcuts.byName')],
    ['F4', t('ekitir:status.title')],
    ...(supervisor ? [['Ctrl+J', t('override:title')] as const] : []),
  ] as const
  const window = [
    ['Ctrl+L', t('nav.lock')],
    ['Alt+B', t('shortcuts.mute')],
    ['Ctrl + − 0', t('shortcuts.zoom')],
    ['F1', t('shortcuts.help')],
  ] as const
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shortcuts.title')} width={760}>
      <div className={css.sheet}>
        <Group
          title={t('shortcuts.screens')}
          rows={[...menu, ...besideMenu].map(({ hint, name }) => [hint, t(`nav.${name}`)] as const)}
        />
        <Group title={t('shortcuts.work')} rows={work} />
        <Group title={t('shortcuts.window')} rows={window} />
      </div>
    </Dialog>
  )
}

function Group({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>{what}</dt>
            <dd>
              <Keys>{keys}</Keys>
              <span className="visually-hidden">{keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
