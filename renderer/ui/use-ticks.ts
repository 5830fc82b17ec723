import { type KeyboardEvent, useCallback, useMemo, useState } from 'react'

export interface Ticks {
  readonly ticked: ReadonlySet<string>
  toggle(id: string): void
  set(ids: readonly string[]): void
  /** On what holds the rows: ↑ ↓ Home End move between their boxes. */
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

/** Rows with a box each, of which many may be ticked; a row that is gone is no longer ticked. */
export function useTicks(ids: readonly string[]): Ticks {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const ticked = useMemo(() => new Set(ids.filter((id) => chosen.has(id))), [ids, chosen])
  const toggle = useCallback((id: string) => {
    setChosen((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  }, [])
  const set = useCallback((all: readonly string[]) => setChosen(new Set(all)), [])
  return { ticked, toggle, set, onKeyDown: moveBetweenBoxes }
}

/** The arrows would scroll; here they lead from row to row. */
export function moveBetweenBoxes(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLInputElement) || event.target.dataset.row === undefined) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('input[data-row]')]
  const at = boxes.indexOf(event.target)
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: boxes.length - 1,
    PageDown: Math.min(boxes.length - 1, at + 10),
    PageUp: Math.max(0, at - 10),
  }
  const next = to[event.key]
  if (next === undefined || event.ctrlKey || event.altKey) return
  event.preventDefault()
  boxes[next]?.focus()
}
