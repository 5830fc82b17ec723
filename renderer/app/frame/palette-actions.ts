import { useComputedColorScheme } from '@mantine/core'
import {
  FilePen,
  HandHeart,
  Languages,
  Lock,
  LogOut,
  type LucideIcon,
  Moon,
  PhoneCall,
  RefreshCw,
  Search,
  SearchCheck,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/engine/device.ts'
import { useEngine } from '../engine-hooks.ts'
import { useAskToLeave } from '../leaving/leaving.tsx'
import { useNavigation } from '../navigation.tsx'
import { useIsSupervisor, useSession } from '../session.tsx'
import { besideMenu } from './screens.ts'
import { useStartOf } from './start-of.ts'
import { useMenu } from './use-menu.ts'

export interface Action {
  readonly id: string
  readonly label: string
  readonly icon: LucideIcon
  readonly hint?: string
  readonly run: () => void
}

export function useScreenActions(): readonly Action[] {
  const { t } = useTranslation('frame')
  const { go } = useNavigation()
  const startOf = useStartOf()
  const menu = useMenu()
  return [...menu, ...besideMenu].map(({ name, icon, hint }) => ({
    id: name,
    label: t(`nav.${name}`),
    icon,
    hint,
    run: () => go(startOf(name)),
  }))
}

export function useActions(onShortcuts: () => void): readonly Action[] {
  const { t } = useTranslation(['frame', 'override', 'paper', 'ekitir'])
  const engine = useEngine()
  const { go, showAnswering, showPaper, showEkitir } = useNavigation()
  const supervisor = useIsSupervisor()
  const { lock, end } = useSession()
  const syncNow = () => void engine.call('sync.now', {}).catch(() => undefined)
  const askToLeave = useAskToLeave()
  const signOut = () => void askToLeave('sign-out', () => void engine.call('session.sign-out', {}).finally(end))
  const answer: Action = {
    id: 'answer',
    label: t('override:title'),
    icon: PhoneCall,
    hint: 'Ctrl+J',
    run: () => showAnswering(true),
  }
  return [
    {
      id: 'status',
      label: t('ekitir:status.title'),
      icon: SearchCheck,
      hint: 'F4',
      run: () => showEkitir({ kind: 'status' }),
    },
    {
      id: 'log-assistance',
      label: t('search.logAssistance'),
      icon: HandHeart,
      run: () => go({ name: 'assistance', log: true }),
    },
    { id: 'sync-now', label: t('search.syncNow'), icon: RefreshCw, run: syncNow },
    ...(supervisor ? [answer] : []),
    {
      id: 'proxy-letter',
      label: t('paper:emptyProxyLetter'),
      icon: FilePen,
      run: () => showPaper({ kind: 'proxy-letter', id: null }),
    },
    { id: 'lock', label: t('search.lock'), icon: Lock, hint: 'Ctrl+L', run: lock },
    { id: 'sign-out', label: t('search.signOut'), icon: LogOut, run: signOut },
    ...useLookActions(),
    { id: 'shortcuts', label: t('search.shortcuts'), icon: Search, hint: 'F1', run: onShortcuts },
  ]
}

/** The other theme, and the other language. */
function useLookActions(): readonly Action[] {
  const { t, i18n } = useTranslation('frame')
  const engine = useEngine()
  // As it is shown: a theme that follows the computer may be dark too.
  const dark = useComputedColorScheme('light') === 'dark'
  const english = i18n.language === 'en'
  const save = (change: Partial<Settings>) => void engine.call('settings.save', change).catch(() => undefined)
  return [
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
  ]
}
