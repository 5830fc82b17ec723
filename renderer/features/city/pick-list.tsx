import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import css from './pick-list.module.css'

interface PickListProps<T> {
  readonly label: string
  readonly rows: readonly T[]
  readonly keyOf: (row: T) => string
  /** Widths of the columns, as CSS. */
  readonly columns: string
  /** Of the first three, where there is room for no more. */
  readonly narrow?: string
  readonly head: readonly ReactNode[]
  readonly cells: (row: T) => readonly ReactNode[]
  /** Key of the chosen row; null: the first. */
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly onOpen?: (row: T) => void
  /** Keys of the ticked rows, where rows can be ticked with the space bar. */
  readonly ticked?: ReadonlySet<string>
  readonly onTick?: (key: string) => void
  readonly focus?: boolean
  /** Hundreds of rows: only those in sight are drawn. */
  readonly long?: boolean
}

/** As the style sheet has it where only the rows in sight are drawn. */
const rowHeight = 40

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/** Rows to go through with the arrow keys; Enter opens the chosen one. */
export function PickList<T>(props: PickListProps<T>) {
  const {
    label,
    rows,
    keyOf,
    columns,
    narrow = 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr)',
    head,
    chosen,
    onChoose,
    onOpen,
    focus = false,
    long = false,
  } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === chosen),
  )
  useEffect(() => {
    if (focus) list.current?.focus({ preventScroll: true })
  }, [focus])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    enabled: long,
  })
  useEffect(() => {
    if (long) virtual.scrollToIndex(at)
    else document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at, long, virtual])
  const style: CSSProperties & Record<'--columns' | '--narrow', string> = { '--columns': columns, '--narrow': narrow }
  const open = onOpen && ((row: T) => onOpen(row))
  const drawn = long
    ? virtual.getVirtualItems().flatMap(({ index, start }) => rowOf(rows, index, start))
    : rows.map((row, index) => ({ row, index, start: null }))
  const keys = (event: KeyboardEvent) => pressed(event, { ...props, at })
  return (
    <div className={css.table} style={style}>
      <div className={`${css.line} ${css.head}`} aria-hidden="true">
        {head.map((one, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <div key={column}>{one}</div>
        ))}
      </div>
      <div
        ref={list}
        className={css.rows}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={rows.length > 0 ? `${id}-${at}` : undefined}
        aria-multiselectable={props.ticked ? true : undefined}
        onKeyDown={keys}
      >
        <div role="presentation" style={long ? { position: 'relative', height: virtual.getTotalSize() } : undefined}>
          {drawn.map(({ row, index, start }) => (
            <Row
              key={keyOf(row)}
              id={`${id}-${index}`}
              place={start === null ? null : { start, number: index + 1, of: rows.length }}
              active={index === at}
              ticked={props.ticked?.has(keyOf(row))}
              cells={props.cells(row)}
              onChoose={() => onChoose(keyOf(row))}
              onOpen={open && (() => open(row))}
              onTick={props.onTick && (() => props.onTick?.(keyOf(row)))}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

const rowOf = <T,>(rows: readonly T[], index: number, start: number) =>
  rows.slice(index, index + 1).map((row) => ({ row, index, start }))

interface RowProps {
  readonly id: string
  /** Where it is drawn (px) in a list of which only a part is; null: after the one before it. */
  readonly place: { readonly start: number; readonly number: number; readonly of: number } | null
  readonly active: boolean
  readonly ticked: boolean | undefined
  readonly cells: readonly ReactNode[]
  readonly onChoose: () => void
  readonly onOpen: (() => void) | undefined
  readonly onTick: (() => void) | undefined
}

function Row({ id, place, active, ticked, cells, onChoose, onOpen, onTick }: RowProps) {
  const chooseAndTick = () => {
    onChoose()
    onTick?.()
  }
  return (
    // The list itself takes the keys: its options are never focused.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      className={`${css.line} ${css.row}`}
      style={place ? { transform: `translateY(${place.start}px)` } : undefined}
      data-placed={place !== null}
      role="option"
      tabIndex={-1}
      aria-posinset={place?.number}
      aria-setsize={place?.of}
      aria-selected={ticked ?? active}
      data-active={active}
      onClick={chooseAndTick}
      onDoubleClick={onOpen}
    >
      {cells.map((one, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <div key={column}>{one}</div>
      ))}
    </div>
  )
}

function pressed<T>(
  event: KeyboardEvent,
  { rows, keyOf, onChoose, onOpen, onTick, at }: PickListProps<T> & { at: number },
) {
  const row = rows[at]
  if (event.altKey || event.ctrlKey || !row) return
  const to =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? rows.length - 1
        : steps[event.key] === undefined
          ? null
          : at + (steps[event.key] ?? 0)
  const next = to === null ? undefined : rows[Math.min(rows.length - 1, Math.max(0, to))]
  if (next) onChoose(keyOf(next))
  else if (event.key === 'Enter' && onOpen) onOpen(row)
  else if (event.key === ' ' && onTick) onTick(keyOf(row))
  else return
  event.preventDefault()
}
