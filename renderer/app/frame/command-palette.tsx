import { Modal } from '@mantine/core'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutLayer } from '../shortcuts.tsx'
import css from './command-palette.module.css'
import { type Action, useActions, useScreenActions } from './palette-actions.ts'
import { FoundCards, useFoundCards } from './palette-cards.tsx'

const [palette, { open, close }] = createSpotlight()
const listId = 'palette-actions'

/** Opens the field that finds anything. */
export const openPalette = () => open()

export const closePalette = () => close()

/** Ctrl+K: persons and numbers, screens, commands. */
export function CommandPalette({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { t } = useTranslation('frame')
  const [text, setText] = useState('')
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
        <Finding wanted={text.trim()} onShortcuts={onShortcuts} />
      </ShortcutLayer>
    </Spotlight.Root>
  )
}

interface FindingProps {
  readonly wanted: string
  readonly onShortcuts: () => void
}

/** The field and what it finds, while the palette is open. */
function Finding({ wanted, onShortcuts }: FindingProps) {
  const { t } = useTranslation('frame')
  const fits = ({ label }: Action) => label.toLowerCase().includes(wanted.toLowerCase())
  const screens = useScreenActions().filter(fits)
  const actions = useActions(onShortcuts).filter(fits)
  const cards = useFoundCards(wanted)
  const onKeyDown = useChosen(wanted)
  return (
    <>
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        leftSection={<Search size={20} aria-hidden="true" />}
        onKeyDown={onKeyDown}
      />
      <Spotlight.ActionsList id={listId}>
        <FoundCards label={t('search.people')} cards={cards} />
        <ActionGroup label={t('search.screens')} actions={screens} />
        <ActionGroup label={t('search.actions')} actions={actions} />
        {screens.length + actions.length + cards.length === 0 && (
          <Spotlight.Empty>{t('search.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </>
  )
}

/**
 * What stands first is what Enter opens, also when it came after the last letter, until an arrow key chooses another. The library chooses before
 * our list has followed the letters. Set before the next key is heard: Enter may follow the last letter at once.
 */
function useChosen(wanted: string) {
  const moved = useRef<string | null>(null)
  useLayoutEffect(() => {
    const all = [...document.querySelectorAll(`#${listId} [data-action]`)]
    const kept = moved.current === wanted ? all.findIndex((one) => one.hasAttribute('data-selected')) : 0
    const selected = Math.max(0, kept)
    for (const [at, one] of all.entries()) {
      if (at === selected) one.setAttribute('data-selected', 'true')
      else one.removeAttribute('data-selected')
    }
    palette.updateState((state) => ({ ...state, selected }))
  })
  return ({ key }: KeyboardEvent) => {
    if (key === 'ArrowDown' || key === 'ArrowUp') moved.current = wanted
  }
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
