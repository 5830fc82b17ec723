import { CreditCard, HandHelping, House, type LucideIcon, RefreshCw, ScanLine, Settings } from 'lucide-react'
import type { ScreenName } from '../navigation.tsx'

/** The main menu: only what exists. `keys` in the notation of shortcuts.tsx, `hint` as printed on keyboards. */
export const menu: readonly { name: ScreenName; icon: LucideIcon; keys: string; hint: string; group: number }[] = [
  { name: 'home', icon: House, keys: 'Alt+Digit1', hint: 'Alt+1', group: 1 },
  { name: 'scan', icon: ScanLine, keys: 'F2', hint: 'F2', group: 1 },
  { name: 'handover', icon: HandHelping, keys: 'Alt+Digit3', hint: 'Alt+3', group: 1 },
  { name: 'cards', icon: CreditCard, keys: 'Alt+Digit5', hint: 'Alt+5', group: 2 },
  { name: 'sync', icon: RefreshCw, keys: 'F9', hint: 'F9', group: 3 },
  { name: 'settings', icon: Settings, keys: 'Control+Comma', hint: 'Ctrl+,', group: 3 },
]
