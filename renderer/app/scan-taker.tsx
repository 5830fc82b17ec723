import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react'

/** What a screen does with a scanned code before it is taken for the next citizen's. True: the code was for this screen. */
export type TakesScan = (code: string) => boolean | Promise<boolean>

/** Screens that want a scan first, the latest on top. */
class ScanTakers {
  #open: TakesScan[] = []

  add(taker: TakesScan): () => void {
    this.#open = [...this.#open, taker]
    return () => {
      this.#open = this.#open.filter((one) => one !== taker)
    }
  }

  async offer(code: string): Promise<boolean> {
    for (const taker of [...this.#open].reverse()) if (await taker(code)) return true
    return false
  }
}

const ScanTakersContext = createContext<ScanTakers | null>(null)

export function ScanTakersProvider({ children }: { readonly children: ReactNode }) {
  const [takers] = useState(() => new ScanTakers())
  return <ScanTakersContext value={takers}>{children}</ScanTakersContext>
}

function useTakers(): ScanTakers {
  const takers = useContext(ScanTakersContext)
  if (!takers) throw new Error('ScanTakersProvider is missing above this component')
  return takers
}

/** While the component is shown every scanned code comes here first (USB scanner, whatever has the focus). */
export function useTakesScan(takes: TakesScan, enabled = true): void {
  const takers = useTakers()
  const latest = useRef(takes)
  latest.current = takes
  useLayoutEffect(() => (enabled ? takers.add((code) => latest.current(code)) : undefined), [takers, enabled])
}

/** Offers a scanned code to the screens that want it; resolves to true when one of them took it. */
export function useOfferScan(): (code: string) => Promise<boolean> {
  const takers = useTakers()
  return useMemo(() => (code: string) => takers.offer(code), [takers])
}
