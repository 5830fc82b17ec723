import { type KeyboardEvent, useRef } from 'react'

/** Arrows go from row to row, Home and End to the first and last; `enter` leads into the list from anywhere on the screen. */
export function useRowKeys() {
  const list = useRef<HTMLUListElement>(null)
  const rows = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
  const enter = () => {
    if (!list.current?.contains(document.activeElement)) rows()[0]?.focus()
  }
  const move = (event: KeyboardEvent) => {
    const all = rows()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined || at < 0) return
    event.preventDefault()
    all[Math.max(0, Math.min(to, all.length - 1))]?.focus()
  }
  return { list, enter, move }
}
