import {
  Archive,
  BookOpenText,
  Building2,
  CalendarCheck,
  CreditCard,
  Eye,
  FilePlus2,
  Files,
  HandCoins,
  HandHeart,
  HandHelping,
  House,
  Layers,
  type LucideIcon,
  MapPinned,
  MessageSquareWarning,
  MessagesSquare,
  RefreshCw,
  ScanLine,
  ScrollText,
  Settings,
  Truck,
  UsersRound,
} from 'lucide-react'
import type { ScreenName } from '../navigation.tsx'

/** Screens that open without anything chosen before. */
export type MenuName = Exclude<ScreenName, 'case'>

interface ScreenKey {
  readonly name: MenuName
  readonly icon: LucideIcon
  /** In the notation of shortcuts.tsx. */
  readonly keys: string
  /** As printed on keyboards. */
  readonly hint: string
}

/** The main menu: only what exists, of which who works here sees what is theirs (use-menu.ts). */
export const menu: readonly (ScreenKey & { readonly group: number })[] = [
  { name: 'home', icon: House, keys: 'Alt+Digit1', hint: 'Alt+1', group: 1 },
  { name: 'scan', icon: ScanLine, keys: 'F2', hint: 'F2', group: 1 },
  { name: 'intake', icon: FilePlus2, keys: 'Alt+Digit2', hint: 'Alt+2', group: 1 },
  { name: 'handover', icon: HandHelping, keys: 'Alt+Digit3', hint: 'Alt+3', group: 1 },
  { name: 'catalogue', icon: BookOpenText, keys: 'Alt+Digit4', hint: 'Alt+4', group: 1 },
  { name: 'applications', icon: Files, keys: 'Alt+Shift+Digit2', hint: 'Alt+Shift+2', group: 2 },
  { name: 'cards', icon: CreditCard, keys: 'Alt+Digit5', hint: 'Alt+5', group: 2 },
  { name: 'shipments', icon: Truck, keys: 'Alt+Digit6', hint: 'Alt+6', group: 2 },
  { name: 'complaints', icon: MessageSquareWarning, keys: 'Alt+Digit7', hint: 'Alt+7', group: 2 },
  { name: 'questions', icon: MessagesSquare, keys: 'Alt+Digit8', hint: 'Alt+8', group: 2 },
  { name: 'trips', icon: MapPinned, keys: 'Alt+Digit9', hint: 'Alt+9', group: 2 },
  { name: 'day', icon: CalendarCheck, keys: 'Alt+Digit0', hint: 'Alt+0', group: 3 },
  { name: 'city', icon: Building2, keys: 'F8', hint: 'F8', group: 3 },
  { name: 'blanks', icon: Layers, keys: 'Shift+F8', hint: 'Shift+F8', group: 3 },
  { name: 'sync', icon: RefreshCw, keys: 'F9', hint: 'F9', group: 3 },
  { name: 'settings', icon: Settings, keys: 'Control+Comma', hint: 'Ctrl+,', group: 3 },
]

/** Screens with a key and a line in Ctrl+K, but none in the menu: they are needed once a week. */
export const besideMenu: readonly ScreenKey[] = [
  { name: 'assistance', icon: HandHeart, keys: 'Alt+Shift+Digit8', hint: 'Alt+Shift+8' },
  { name: 'bulk', icon: UsersRound, keys: 'Alt+Shift+Digit3', hint: 'Alt+Shift+3' },
  { name: 'team', icon: Truck, keys: 'Alt+Shift+Digit4', hint: 'Alt+Shift+4' },
  { name: 'old-cards', icon: Archive, keys: 'Alt+Shift+Digit5', hint: 'Alt+Shift+5' },
  { name: 'review', icon: Eye, keys: 'Shift+F9', hint: 'Shift+F9' },
  { name: 'audit', icon: ScrollText, keys: 'Alt+Shift+KeyJ', hint: 'Alt+Shift+J' },
  { name: 'claims', icon: HandCoins, keys: 'Alt+Shift+Digit7', hint: 'Alt+Shift+7' },
]
