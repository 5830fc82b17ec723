// biome-ignore-all lint/a11y/useSemanticElements: rows placed one by one in a virtual list cannot be options of a select
// biome-ignore-all lint/a11y/useFocusableInteractive: the list itself holds the focus and names its active row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the list's
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import css from './pick-list.module.css'

interface PickListProps<T> {
  readonly id: string
  readonly label: string
  readonly total: number
  /** The one that is chosen; -1: none. */
  readonly at: number
  readonly rowHeight: number
  rowAt(index: number): T | undefined
  onPick(index: number): void
  /** Enter: go on to what was chosen. */
  onEnter(): void
  /** Which rows are in sight. */
  onSight(first: number, last: number): void
  children(row: T): ReactNode
}

/** A list of any length: only the rows in sight are drawn. ↑ ↓ Page Home End choose, Enter goes on. */
export function PickList<T>(props: PickListProps<T>) {
  const { id, label, total, at, rowHeight, rowAt, onPick, onSight, children } = props
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    onChange: ({ range }) => range && onSight(range.startIndex, range.endIndex),
  })
  const pick = (index: number) => {
    onPick(index)
    virtual.scrollToIndex(index)
  }
  return (
    <div
      ref={scroll}
      className={css.scroll}
      role="listbox"
      id={id}
      aria-label={label}
      aria-activedescendant={at >= 0 && total > 0 ? `${id}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => keyPressed(event, props, pick)}
    >
      <div className={css.rows} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={total}
              className={css.row}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              onClick={() => pick(index)}
            >
              {row && children(row)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function keyPressed<T>(event: KeyboardEvent, props: PickListProps<T>, pick: (index: number) => void): void {
  const { at, total, onEnter } = props
  if (event.ctrlKey || event.altKey || total === 0) return
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: 8,
    PageUp: -8,
    Home: -total,
    End: total,
  }
  const step = steps[event.key]
  if (event.key === 'Enter') onEnter()
  if (event.key === 'Enter' || step !== undefined) event.preventDefault()
  if (step !== undefined) pick(Math.max(0, Math.min(total - 1, at + step)))
}
