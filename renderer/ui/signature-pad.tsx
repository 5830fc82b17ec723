import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import Pad from 'signature_pad'
import css from './signature-pad.module.css'

export interface SignaturePadHandle {
  clear(): void
  focus(): void
}

interface SignaturePadProps {
  readonly ref: Ref<SignaturePadHandle>
  /** Asked of the person who signs; shown while the pad is empty. */
  readonly invitation: string
  /** Name beneath the line. */
  readonly signer: string
  readonly label: string
  readonly empty: boolean
  /** PNG in base64 without prefix after each stroke; null when it was emptied. */
  readonly onChange: (png: string | null) => void
  readonly disabled?: boolean
}

/** Ink stays black on white in every theme: it is printed. Twice the pad's size is enough for paper and keeps the file small. */
const scale = 2

function inkOf(canvas: HTMLCanvasElement): string {
  return canvas.toDataURL('image/png').split(',')[1] ?? ''
}

/** A place to sign with mouse, pen or finger. */
export function SignaturePad(props: SignaturePadProps) {
  const { ref, invitation, signer, label, empty, disabled = false } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad>(null)
  const latest = useRef(props.onChange)
  latest.current = props.onChange

  useEffect(() => {
    const paper = canvas.current
    if (!paper) return
    const own = new Pad(paper, { penColor: '#000', minWidth: 1, maxWidth: 2.4 })
    pad.current = own
    const changed = () => latest.current(own.isEmpty() ? null : inkOf(paper))
    own.addEventListener('endStroke', changed)
    const watch = new ResizeObserver(() => resize(paper, own))
    watch.observe(paper)
    return () => {
      watch.disconnect()
      own.off()
    }
  }, [])
  useEffect(() => {
    if (disabled) pad.current?.off()
    else pad.current?.on()
  }, [disabled])
  useImperativeHandle(ref, () => ({
    clear: () => {
      pad.current?.clear()
      latest.current(null)
    },
    focus: () => canvas.current?.focus(),
  }))

  return (
    <div className={css.pad} data-empty={empty}>
      <canvas ref={canvas} tabIndex={0} role="img" aria-label={label} />
      {empty && <span className={css.invitation}>{invitation}</span>}
      <span className={css.signer}>{signer}</span>
    </div>
  )
}

/** Keeps the strokes when the pad changes its size: their points are in its own pixels. A smaller pad draws them smaller. */
function resize(paper: HTMLCanvasElement, pad: Pad) {
  const width = paper.offsetWidth * scale
  const height = paper.offsetHeight * scale
  const shrunk = Math.min(1, width / paper.width, height / paper.height)
  const strokes = pad.toData().map((stroke) => ({
    ...stroke,
    points: stroke.points.map((point) => ({ ...point, x: point.x * shrunk, y: point.y * shrunk })),
  }))
  paper.width = width
  paper.height = height
  paper.getContext('2d')?.scale(scale, scale)
  pad.clear()
  if (strokes.length > 0) pad.fromData(strokes)
}
