import { useEffect, useState } from 'react'

interface Battery extends EventTarget {
  readonly level: number
  readonly charging: boolean
}

/** How full the battery is; null: this computer cannot tell, or has none. Follows the plug and the level. */
export function useBattery(): { readonly percent: number; readonly charging: boolean } | null {
  const [state, setState] = useState<{ percent: number; charging: boolean } | null>(null)
  useEffect(() => {
    const { getBattery } = navigator as { getBattery?: () => Promise<Battery> }
    if (!getBattery) return
    let stop = () => {}
    let current = true
    const follow = async () => {
      const battery = await getBattery.call(navigator)
      const look = () => setState({ percent: Math.round(battery.level * 100), charging: battery.charging })
      if (!current) return
      look()
      for (const name of ['levelchange', 'chargingchange']) battery.addEventListener(name, look)
      stop = () => {
        for (const name of ['levelchange', 'chargingchange']) battery.removeEventListener(name, look)
      }
    }
    follow().catch(() => undefined)
    return () => {
      current = false
      stop()
    }
  }, [])
  return state
}
