import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './document.module.css'
import type { DraftPage } from './pages.ts'
import { isConvex, mapped, type Point, type Quad, type Size } from './quad.ts'
import { useObjectUrl } from './use-object-url.ts'

interface CornerHandlesProps {
  readonly page: DraftPage
  /** Once a corner was put down. */
  readonly onCorners: (corners: Quad) => void
}

const names = ['upperLeft', 'upperRight', 'lowerRight', 'lowerLeft'] as const
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** One press of an arrow, and one with Shift, as a share of the picture's width. */
const step = 0.003
const stride = 0.02

/** The picture as it came, with a handle on each corner: dragged, or moved by the arrow keys. */
export function CornerHandles({ page, onCorners }: CornerHandlesProps) {
  const { t } = useTranslation('document')
  const url = useObjectUrl(page.original)
  const { picture, wish } = page
  const area = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<Quad | null>(null)
  // What is drawn is what was asked for, until the hand is on it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer ends the hold
  useEffect(() => setHeld(null), [wish.corners])
  const corners = held ?? wish.corners
  const moved = (at: number, to: Point) => movedCorner(corners, at, to, picture)
  const drag = (at: number) => (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = area.current?.getBoundingClientRect()
    if (!box) return
    const share = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
    setHeld(moved(at, { x: share.x * picture.width, y: share.y * picture.height }))
  }
  const press = (at: number) => (event: KeyboardEvent) => {
    const direction = directions[event.key]
    const corner = corners[at]
    if (!direction || !corner) return
    event.preventDefault()
    const by = picture.width * (event.shiftKey ? stride : step)
    const next = moved(at, { x: corner.x + direction[0] * by, y: corner.y + direction[1] * by })
    setHeld(next)
    onCorners(next)
  }
  return (
    <div ref={area} className={css.handles} style={shapeOf(picture)}>
      {url && <img src={url} alt={t('original')} draggable={false} />}
      <svg viewBox={`0 0 ${picture.width} ${picture.height}`} preserveAspectRatio="none" aria-hidden="true">
        <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {corners.map(({ x, y }, at) => (
        <button
          key={names[at]}
          type="button"
          className={css.handle}
          style={{ left: `${(x / picture.width) * 100}%`, top: `${(y / picture.height) * 100}%` }}
          aria-label={t(`corner.${names[at] ?? 'upperLeft'}`)}
          aria-description={t('cornerKeys')}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag(at)}
          onPointerUp={() => held && onCorners(held)}
          onKeyDown={press(at)}
        />
      ))}
    </div>
  )
}

/** As wide as the height of the window allows in this shape. */
const shapeOf = ({ width, height }: Size): CSSProperties =>
  ({ aspectRatio: `${width} / ${height}`, '--shape': width / height }) as CSSProperties

/** A corner stays within the picture and on its own side: a figure that crosses itself is no page. */
function movedCorner(corners: Quad, at: number, to: Point, { width, height }: DraftPage['picture']): Quad {
  const within = { x: Math.min(width, Math.max(0, to.x)), y: Math.min(height, Math.max(0, to.y)) }
  const next = mapped(corners, (corner, index) => (index === at ? within : corner))
  return isConvex(next) ? next : corners
}
