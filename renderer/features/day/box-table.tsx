import type { KeyboardEvent, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoxCount } from './counting.ts'
import css from './day.module.css'

interface BoxTableProps {
  readonly table: RefObject<HTMLTableElement | null>
  readonly boxes: readonly BoxCount[]
  readonly isCounted: (box: BoxCount) => boolean
  readonly onChange: (box: BoxCount) => void
}

/** How many cards of each kind lie in each box, and in none. */
export function BoxTable({ table, boxes, isCounted, onChange }: BoxTableProps) {
  const { t } = useTranslation('day')
  return (
    <table className={css.boxes} ref={table} aria-label={t('closing.count')}>
      <thead>
        <tr>
          <th scope="col">{t('closing.place')}</th>
          <th scope="col">{t('stock.ktpEl')}</th>
          <th scope="col">{t('stock.kia')}</th>
        </tr>
      </thead>
      <tbody>
        {boxes.map((one) => (
          <BoxRow key={`${one.rack}\n${one.box}`} box={one} counted={isCounted(one)} onChange={onChange} />
        ))}
      </tbody>
    </table>
  )
}

interface BoxRowProps {
  readonly box: BoxCount
  readonly counted: boolean
  readonly onChange: (box: BoxCount) => void
}

function BoxRow({ box, counted, onChange }: BoxRowProps) {
  const { t } = useTranslation('day')
  const name = box.rack || box.box ? t('closing.box', { rack: box.rack, box: box.box }) : t('closing.noBox')
  return (
    <tr data-counted={counted}>
      <th scope="row">{name}</th>
      {(['ktpEl', 'kia'] as const).map((kind) => (
        <td key={kind}>
          <input
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            aria-label={`${name}, ${t(`stock.${kind}`)}`}
            value={box[kind]}
            onKeyDown={toNext}
            onChange={(event) => onChange({ ...box, [kind]: event.target.value.replace(/\D/g, '') })}
          />
        </td>
      ))}
    </tr>
  )
}

/** Enter goes on to the next field, as on a calculator. */
function toNext(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey) return
  event.preventDefault()
  const fields = [...(event.currentTarget.closest('table')?.querySelectorAll('input') ?? [])]
  fields[fields.indexOf(event.currentTarget) + 1]?.focus()
}
