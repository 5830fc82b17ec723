import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { ScanResult } from '#shared/contract/engine/scan.ts'

export type CardFilter = InputOf<'card.list'>['filter']

/** Where the clerk is. `scan.result`: what a code typed or scanned elsewhere turned out to be, to be explained on Pindai. */
export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'scan'; readonly result?: ScanResult }
  | { readonly name: 'handover'; readonly cardId: string | null }
  | { readonly name: 'cards'; readonly filter?: CardFilter; readonly search?: string }
  | { readonly name: 'sync' }
  | { readonly name: 'settings'; readonly section?: 'printer' | 'camera' | 'look' | 'device' }
export type ScreenName = Screen['name']

interface Navigation {
  readonly screen: Screen
  /** Counts every visit, so that opening the same screen again starts it afresh. */
  readonly visit: number
  go(screen: Screen): void
  back(): void
  /** Opens the receipt of a hand-over above any screen; null closes it. */
  showReceipt(handoverId: string | null): void
  readonly receipt: string | null
  /** The supervisor's answer to a spoken code, above any screen. */
  showAnswering(shown: boolean): void
  readonly answering: boolean
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [visits, setVisits] = useState<readonly Screen[]>([{ name: 'home' }])
  const [visit, setVisit] = useState(0)
  const [receipt, showReceipt] = useState<string | null>(null)
  const [answering, showAnswering] = useState(false)
  // What lay above the screen belonged to it.
  const leave = useCallback(() => {
    showReceipt(null)
    showAnswering(false)
    setVisit((n) => n + 1)
  }, [])
  const go = useCallback(
    (screen: Screen) => {
      setVisits((before) => [...before.slice(-20), screen])
      leave()
    },
    [leave],
  )
  const back = useCallback(() => {
    setVisits((before) => (before.length > 1 ? before.slice(0, -1) : [{ name: 'home' }]))
    leave()
  }, [leave])
  const screen = visits[visits.length - 1] ?? { name: 'home' as const }
  const value = useMemo(
    () => ({ screen, visit, go, back, receipt, showReceipt, answering, showAnswering }),
    [screen, visit, go, back, receipt, answering],
  )
  return <NavigationContext value={value}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('NavigationProvider is missing above this component')
  return navigation
}
