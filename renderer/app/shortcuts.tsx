import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import { tinykeys } from 'tinykeys'

/** Keys in tinykeys' notation ('Control+k', 'F2', 'Alt+Digit1'); no bare letter or digit, since a USB scanner types. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>

interface Layers {
  /** Open layers, lowest first: the window itself, then each open dialog. */
  readonly open: number[]
}

const LayersContext = createContext<Layers>({ open: [0] })
const LayerContext = createContext(0)

export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const layers = useRef<Layers>({ open: [0] })
  return <LayersContext value={layers.current}>{children}</LayersContext>
}

/** Everything inside a dialog: while it is open, the shortcuts beneath it rest. */
export function ShortcutLayer({ children }: { readonly children: ReactNode }) {
  const layers = useContext(LayersContext)
  const below = useContext(LayerContext)
  const layer = below + 1
  useEffect(() => {
    layers.open.push(layer)
    return () => void layers.open.splice(layers.open.lastIndexOf(layer), 1)
  }, [layers, layer])
  return <LayerContext value={layer}>{children}</LayerContext>
}

/** Binds keys while the component is shown and no dialog lies above it. The event's default is prevented. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const layers = useContext(LayersContext)
  const layer = useContext(LayerContext)
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const keys = useMemo(() => Object.keys(shortcuts).sort().join(' '), [shortcuts])
  useEffect(() => {
    if (!enabled || keys === '') return
    const bind = (key: string) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || layers.open.at(-1) !== layer) return
      event.preventDefault()
      latest.current[key]?.(event)
    }
    const map = Object.fromEntries(keys.split(' ').map((key) => [key, bind(key)]))
    return tinykeys(window, map, { ignore: () => false })
  }, [keys, enabled, layers, layer])
}
