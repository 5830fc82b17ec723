import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { tinykeys } from 'tinykeys'

/** Keys in tinykeys' notation ('Control+k', 'F2', 'Alt+Digit1'); no bare letter or digit, since a USB scanner types. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>

type Layer = symbol

interface Layers {
  /** Open layers, lowest first: the window itself, then each open dialog. */
  readonly open: Layer[]
}

const theWindow: Layer = Symbol('window')
const LayersContext = createContext<Layers>({ open: [theWindow] })
const LayerContext = createContext(theWindow)

export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const layers = useRef<Layers>({ open: [theWindow] })
  return <LayersContext value={layers.current}>{children}</LayersContext>
}

interface ShortcutLayerProps {
  /** A dialog that is closing is still drawn, and holds no keys back. */
  readonly open?: boolean
  readonly children: ReactNode
}

/** Everything inside a dialog: while it is open, the shortcuts beneath it rest. */
export function ShortcutLayer({ open = true, children }: ShortcutLayerProps) {
  const layers = useContext(LayersContext)
  const [layer] = useState(() => Symbol('dialog'))
  useLayoutEffect(() => {
    if (!open) return
    layers.open.push(layer)
    return () => {
      // The key that closed the dialog is still on its way, and is not for the screen beneath.
      setTimeout(() => layers.open.splice(layers.open.lastIndexOf(layer), 1))
    }
  }, [layers, layer, open])
  return <LayerContext value={layer}>{children}</LayerContext>
}

/** Binds keys while the component is shown and no dialog lies above it. The event's default is prevented. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  useKeys(shortcuts, enabled, document.documentElement)
}

/** The frame's own: they come after those of the screen it shows, which may give one of them another meaning. */
export function useFrameShortcuts(shortcuts: Shortcuts, enabled = true): void {
  useKeys(shortcuts, enabled, window)
}

/** Binds keys that no dialog holds back. */
export function useShortcutsAnywhere(shortcuts: Shortcuts, enabled = true): void {
  useKeys(shortcuts, enabled, window, true)
}

/** A key comes by the page before it comes by the window. */
function useKeys(shortcuts: Shortcuts, enabled: boolean, place: HTMLElement | Window, anywhere = false): void {
  const layers = useContext(LayersContext)
  const layer = useContext(LayerContext)
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const keys = useMemo(() => Object.keys(shortcuts).sort().join(' '), [shortcuts])
  // Before the first paint: a key that can be seen works.
  useLayoutEffect(() => {
    if (!enabled || keys === '') return
    const bind = (key: string) => (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return
      if (!anywhere && layers.open.at(-1) !== layer) return
      event.preventDefault()
      latest.current[key]?.(event)
    }
    const map = Object.fromEntries(keys.split(' ').map((key) => [key, bind(key)]))
    return tinykeys(place, map, { ignore: () => false })
  }, [keys, enabled, place, anywhere, layers, layer])
}
