import { Fragment, useMemo } from 'react'
import type { ReceiptColumns, ReceiptLine, ReceiptSigner, ReceiptText } from '#shared/domain/receipt/receipt-line.ts'
import { useCroppedInk } from './cropped-ink.ts'
import { qrDrawing } from './qr-drawing.ts'
import css from './receipt-paper.module.css'

interface PaperLinesProps {
  readonly lines: readonly ReceiptLine[]
  /** PNG in base64 without prefix. */
  readonly signature?: string | null
  readonly columns?: ReceiptColumns
  readonly scale?: 'preview' | 'full'
  readonly label: string
  readonly marked?: ReadonlySet<string> | undefined
}

const noneMarked: ReadonlySet<string> = new Set()

/** Lines as they come out of the printer; always black on white. */
export function PaperLines(props: PaperLinesProps) {
  const { lines, signature = null, columns = 48, scale = 'full', label, marked = noneMarked } = props
  return (
    <section className={css.paper} data-scale={scale} data-columns={columns} aria-label={label}>
      {lines.map((line, at) => (
        // The lines of one paper have no other name than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: order is identity on paper
        <Line key={at} line={line} signature={signature} marked={marked} />
      ))}
    </section>
  )
}

interface LineProps {
  readonly line: ReceiptLine
  readonly signature: string | null
  readonly marked: ReadonlySet<string>
}

function Line({ line, signature, marked }: LineProps) {
  switch (line.kind) {
    case 'text':
      return <Text line={line} />
    case 'field':
      return (
        <div className={css.field} data-place={line.place}>
          <span>{line.label}</span>
          <b>{marked.has(line.label) ? <mark>{line.rows.join(' ')}</mark> : line.rows.join(' ')}</b>
        </div>
      )
    case 'box':
      return <div className={css.box}>{line.text}</div>
    case 'code':
      return (
        <div className={css.alone}>
          <Code text={line.qr} />
        </div>
      )
    case 'rule':
      return <hr className={css.rule} />
    case 'space':
      return <div className={css.space} />
    case 'signatures':
      return (
        <div className={css.signatures}>
          <Signer signer={line.left} signature={signature} />
          <Signer signer={line.right} signature={null} />
        </div>
      )
    case 'foot':
      return (
        <div className={css.foot}>
          <Code text={line.qr} />
          <div>
            {line.texts.map((text) => (
              <Text key={text.runs.map((run) => run.text).join('')} line={{ ...text, align: 'left' }} />
            ))}
          </div>
        </div>
      )
  }
}

function Text({ line }: { readonly line: ReceiptText }) {
  return (
    <div className={css.text} data-align={line.align} data-size={line.size}>
      {line.runs.map((run) => (
        <Fragment key={run.text}>{run.bold ? <b>{run.text}</b> : run.text}</Fragment>
      ))}
    </div>
  )
}

function Signer({ signer, signature }: { readonly signer: ReceiptSigner; readonly signature: string | null }) {
  const [name, ...below] = signer.rows
  const ink = useCroppedInk(signature)
  return (
    <div>
      {signer.heading}
      <div className={css.ink}>
        {signer.instead ? <small>{signer.instead.join(' ')}</small> : ink && <img src={ink} alt="" />}
      </div>
      {name}
      {below.map((row) => (
        <div key={row}>{row}</div>
      ))}
    </div>
  )
}

function Code({ text }: { readonly text: string }) {
  const { size, path } = useMemo(() => qrDrawing(text), [text])
  return (
    <svg className={css.code} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={text}>
      <path d={path} fill="#000" />
    </svg>
  )
}
