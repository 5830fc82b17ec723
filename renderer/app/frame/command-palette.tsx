import { Modal } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { CreditCard, Languages, Lock, LogOut, type LucideIcon, Moon, PhoneCall, RefreshCw, Search } from 'lucide-react'
import { useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/engine/device.ts'
import { CardStateTag } from '../../ui/status-tag.tsx'
import { useEngine, useEngineQuery } from '../engine-hooks.ts'
import { useNavigation } from '../navigation.tsx'
import { useIsSupervisor, useSession } from '../session.tsx'
import { ShortcutLayer } from '../shortcuts.tsx'
import css from './command-palette.module.css'
import { menu } from './screens.ts'
import { startOf } from './start-of.ts'

const [palette, { open }] = createSpotlight()
const listId = 'palette-actions'

/** Opens the field that finds anything. */
export const openPalette = () => open()

interface Action {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  readonly hint?: string
  readonly run: () => void
}

/** Ctrl+K: persons and numbers, screens, commands. */
export function CommandPalette({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation('frame')
  const [text, setText] = useState('')
  const wanted = text.trim()
  const fits = ({ label }: Action) => wanted === '' || label.toLowerCase().includes(wanted.toLowerCase())
  const screens = useScreenActions().filter(fits)
  const actions = useActions(onShortcuts).filter(fits)
  const cards = useFoundCards(wanted)
  const none = screens.length + actions.length + cards.length === 0
  useFirstSelected()
  return (
    <Spotlight.Root
      store={palette}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      lockScroll={false}
      scrollable
      maxHeight={420}
      size={640}
      classNames={{
        content: css.content,
        action: css.action,
        actionDescription: css.description,
        actionSection: css.section,
        search: css.search,
      }}
      overlayProps={{ color: '#0E1316', backgroundOpacity: 0.5, blur: 0 }}
    >
      <Modal.Title className="visually-hidden">{t('search.label')}</Modal.Title>
      <ShortcutLayer>
        <Spotlight.Search
          placeholder={t('search.placeholder')}
          aria-label={t('search.label')}
          leftSection={<Search size={20} aria-hidden="true" />}
        />
        <Spotlight.ActionsList id={listId}>
          {cards.length > 0 && <Spotlight.ActionsGroup label={t('search.people')}>{cards}</Spotlight.ActionsGroup>}
          <ActionGroup label={t('search.screens')} actions={screens} />
          <ActionGroup label={t('search.actions')} actions={actions} />
          {none && <Spotlight.Empty>{t('search.nothing')}</Spotlight.Empty>}
        </Spotlight.ActionsList>
      </ShortcutLayer>
    </Spotlight.Root>
  )
}

/**
 * What stands first is what Enter opens. The library chooses before our list has followed the letters, and may be left with nothing chosen. Before
 * the next key is heard: Enter may follow the last letter at once.
 */
function useFirstSelected() {
  useLayoutEffect(() => {
    const list = document.getElementById(listId)
    if (!list || list.querySelector('[data-selected]')) return
    list.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
    palette.updateState((state) => ({ ...state, selected: 0 }))
  })
}

function ActionGroup({ label, actions }: { readonly label: string; readonly actions: readonly Action[] }) {
  if (actions.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {actions.map(({ id, label: name, icon: Icon, hint, run }) => (
        <Spotlight.Action
          key={id}
          label={name}
          onClick={run}
          leftSection={<Icon size={20} aria-hidden="true" />}
          rightSection={hint ? <kbd className={css.key}>{hint}</kbd> : undefined}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function useFoundCards(text: string) {
  const { t } = useTranslation('common')
  const { go } = useNavigation()
  const found = useEngineQuery('card.search', { text, limit: 8 }, { enabled: text.length >= 2, keepPrevious: true })
  if (text.length < 2) return []
  return (found.data ?? []).map((card) => (
    <Spotlight.Action
      key={card.cardId}
      label={card.ownerName}
      description={`${t(`cardKind.${card.kind}`)} · ${card.kitirNumber} · ${card.ownerNikMasked}`}
      leftSection={<CreditCard size={20} aria-hidden="true" />}
      rightSection={<CardStateTag card={card} plain />}
      onClick={() => go({ name: 'handover', cardId: card.cardId })}
    />
  ))
}

function useScreenActions(): readonly Action[] {
  const { t } = useTranslation('frame')
  const { go } = useNavigation()
  return menu.map(({ name, icon, hint }) => ({
    id: name,
    label: t(`nav.${name}`),
    icon,
    hint,
    run: () => go(startOf(name)),
  }))
}

function useActions(onShortcuts: () => void): readonly Action[] {
  const { t, i18n } = useTranslation(['frame', 'override'])
  const engine = useEngine()
  const { showAnswering } = useNavigation()
  const supervisor = useIsSupervisor()
  const { lock, end } = useSession()
  const settings = useEngineQuery('settings.get', {})
  const dark = settings.data?.theme === 'dark'
  const english = i18n.language === 'en'
  const save = (change: Partial<Settings>) => void engine.call('settings.save', change).catch(() => undefined)
  const signOut = () => void engine.call('session.sign-out', {}).finally(end)
  return [
    {
      id: 'sync-now',
      label: t('search.syncNow'),
      icon: RefreshCw,
      run: () => void engine.call('sync.now', {}).catch(() => undefined),
    },
    ...(supervisor
      ? [{ id: 'answer', label: t('override:title'), icon: PhoneCall, hint: 'Ctrl+J', run: () => showAnswering(true) }]
      : []),
    { id: 'lock', label: t('search.lock'), icon: Lock, hint: 'Ctrl+L', run: lock },
    { id: 'sign-out', label: t('search.signOut'), icon: LogOut, run: signOut },
    {
      id: 'theme',
      label: dark ? t('search.light') : t('search.dark'),
      icon: Moon,
      run: () => save({ theme: dark ? 'light' : 'dark' }),
    },
    {
      id: 'language',
      label: english ? t('search.indonesian') : t('search.english'),
      icon: Languages,
      run: () => save({ language: english ? 'id' : 'en' }),
    },
    { id: 'shortcuts', label: t('search.shortcuts'), icon: Search, hint: 'F1', run: onShortcuts },
  ]
}
