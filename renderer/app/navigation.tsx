import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { PaperAsked } from '#shared/contract/engine/papers.ts'
import type { ScanResult } from '#shared/contract/engine/scan.ts'

export type CardFilter = InputOf<'card.list'>['filter']

/** Where the clerk is. `scan.result`: what a code typed or scanned elsewhere turned out to be, to be explained on Pindai. */
export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'scan'; readonly result?: ScanResult }
  | {
      readonly name: 'handover'
      readonly cardId: string | null
      /** What was scanned to open it: perhaps the card's own label. */
      readonly code?: string | undefined
    }
  | { readonly name: 'cards'; readonly filter?: CardFilter; readonly search?: string }
  | { readonly name: 'shipments'; readonly shipmentId?: string }
  /** `id`: of the application or of the complaint; `kitir`: number of an e-Kitir that was scanned here. */
  | {
      readonly name: 'complaints'
      readonly tab?: 'promise' | 'complaints'
      readonly id?: string | undefined
      readonly kitir?: string | undefined
    }
  | {
      readonly name: 'claims'
      readonly applicationId?: string
      readonly complaintId?: string
      readonly claimId?: string
      /** The ledger for audit. */
      readonly register?: boolean
      /** Which of them the list shows. */
      readonly state?: 'case' | 'received' | 'checked' | 'approved' | 'awaiting-payment'
    }
  /** `code`: of the service to show. */
  | { readonly name: 'catalogue'; readonly code?: string }
  | { readonly name: 'questions'; readonly questionId?: string }
  /** `log`: with the form open. */
  | { readonly name: 'assistance'; readonly log?: boolean }
  | { readonly name: 'day' }
  | { readonly name: 'city' }
  | { readonly name: 'case'; readonly caseId: string }
  | { readonly name: 'old-cards' }
  | { readonly name: 'review' }
  | { readonly name: 'audit' }
  | { readonly name: 'bulk'; readonly cardIds?: readonly string[] }
  | { readonly name: 'team'; readonly cardIds?: readonly string[]; readonly tripId?: string | undefined }
  /** Jemput bola. `visitId`: the number of the queue to come back to; `all`: the list, also where this laptop is out with one. */
  | {
      readonly name: 'trips'
      readonly tripId?: string | undefined
      readonly visitId?: string | undefined
      readonly all?: boolean | undefined
    }
  | { readonly name: 'blanks' }
  /** `id`: of the application that is opened in it. */
  | { readonly name: 'applications'; readonly id?: string | undefined }
  /** `draftId`: one that was begun; `service`: chosen before; `visitId`: for somebody in the queue of a trip, `forWhom` in words. */
  | {
      readonly name: 'intake'
      readonly draftId?: string | undefined
      readonly service?: string | undefined
      readonly visitId?: string | undefined
      readonly forWhom?: string | undefined
    }
  | { readonly name: 'sync' }
  | { readonly name: 'settings'; readonly section?: 'printer' | 'camera' | 'look' | 'device' | 'lan' | 'data' }
export type ScreenName = Screen['name']

/** What is open about an e-Kitir above the screen. `status` without either: asks for a number and a PIN. */
export type EkitirShown =
  | { readonly kind: 'slip'; readonly kitirId: string }
  | {
      readonly kind: 'reissue'
      readonly applicationId: string
      readonly ownerName: string
      readonly reason?: InputOf<'ekitir.reissue'>['reason']
    }
  | { readonly kind: 'status'; readonly code?: string; readonly applicationId?: string }

interface Navigation {
  readonly screen: Screen
  /** Counts every visit, so that opening the same screen again starts it afresh. */
  readonly visit: number
  go(screen: Screen): void
  back(): void
  /** Opens the receipt of a hand-over above any screen; null closes it. */
  showReceipt(handoverId: string | null): void
  readonly receipt: string | null
  /** Opens an A4 paper as it will be printed, above any screen; null closes it. */
  showPaper(paper: PaperAsked | null): void
  readonly paper: PaperAsked | null
  /** Slip, reissue or status of an e-Kitir, above any screen; null closes it. */
  showEkitir(shown: EkitirShown | null): void
  readonly ekitir: EkitirShown | null
  /** The supervisor's answer to a spoken code, above any screen. */
  showAnswering(shown: boolean): void
  readonly answering: boolean
}

const NavigationContext = createContext<Navigation | null>(null)

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [visits, setVisits] = useState<readonly Screen[]>([{ name: 'home' }])
  const [visit, setVisit] = useState(0)
  const [receipt, showReceipt] = useState<string | null>(null)
  const [paper, showPaper] = useState<PaperAsked | null>(null)
  const [ekitir, showEkitir] = useState<EkitirShown | null>(null)
  const [answering, showAnswering] = useState(false)
  // What lay above the screen belonged to it.
  const leave = useCallback(() => {
    showReceipt(null)
    showPaper(null)
    showEkitir(null)
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
    () => ({
      ...{ screen, visit, go, back, receipt, showReceipt, paper, showPaper },
      ...{ ekitir, showEkitir, answering, showAnswering },
    }),
    [screen, visit, go, back, receipt, paper, ekitir, answering],
  )
  return <NavigationContext value={value}>{children}</NavigationContext>
}

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (!navigation) throw new Error('NavigationProvider is missing above this component')
  return navigation
}
