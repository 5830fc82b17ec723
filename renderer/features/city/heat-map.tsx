import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './heat-map.module.css'
import { byKecamatan, type Level, levelOf, toneOf, type UnitFigures } from './urgency.ts'

interface HeatMapProps {
  readonly units: readonly UnitFigures[]
  /** When the figures were made. */
  readonly at: string
  readonly chosen: string | null
  readonly onChoose: (scope: string) => void
  readonly onOpen: (unit: UnitFigures) => void
}

const legend: readonly Level[] = ['late', 'case', 'claim', 'today', 'silent', 'calm']

/** The city as its kecamatan and their kelurahan: each a square with its colour and how many are late. The arrow keys go from square to square. */
export function HeatMap({ units, at, chosen, onChoose, onOpen }: HeatMapProps) {
  const { t } = useTranslation('city')
  const map = useRef<HTMLFieldSetElement>(null)
  const now = chosen ?? units[0]?.scope
  return (
    <section className={css.panel}>
      <h2>{t('units.heat')}</h2>
      <fieldset ref={map} className={css.map} onKeyDown={(event) => walk(event, map.current)}>
        <legend className="visually-hidden">{t('units.heat')}</legend>
        {[...byKecamatan(units)].map(([kecamatan, group]) => (
          <div className={css.line} key={kecamatan}>
            <span>{kecamatan}</span>
            <div className={css.cells}>
              {group.map((unit) => (
                <Cell
                  key={unit.scope}
                  unit={unit}
                  level={levelOf(unit, at)}
                  now={unit.scope === now}
                  onChoose={() => onChoose(unit.scope)}
                  onOpen={() => onOpen(unit)}
                />
              ))}
            </div>
          </div>
        ))}
      </fieldset>
      <ul className={css.legend}>
        {legend.map((level) => (
          <li key={level}>
            <StatusTag tone={toneOf[level]} plain={toneOf[level] !== 'off'}>
              {t(`level.${level}`)}
            </StatusTag>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface CellProps {
  readonly unit: UnitFigures
  readonly level: Level
  readonly now: boolean
  readonly onChoose: () => void
  readonly onOpen: () => void
}

function Cell({ unit, level, now, onChoose, onOpen }: CellProps) {
  const { t } = useTranslation('city')
  const words = t('units.cell', { name: unit.name, level: t(`level.${level}`), late: unit.late, cases: unit.cases })
  return (
    <button
      type="button"
      className={css.cell}
      data-tone={toneOf[level]}
      data-now={now}
      tabIndex={now ? 0 : -1}
      aria-label={words}
      title={words}
      onFocus={onChoose}
      onClick={onOpen}
    >
      {unit.late > 0 ? Math.min(99, unit.late) : ''}
    </button>
  )
}

const asideOf: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
const downOf: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** To the square beside, or to the nearest one in the line above or below. */
function walk(event: KeyboardEvent, map: HTMLElement | null): void {
  const [aside, down] = [asideOf[event.key], downOf[event.key]]
  const here = document.activeElement
  if (!map || (aside === undefined && down === undefined) || !(here instanceof HTMLButtonElement)) return
  event.preventDefault()
  const squares = [...map.querySelectorAll('button')]
  if (aside !== undefined) {
    squares[squares.indexOf(here) + aside]?.focus()
    return
  }
  const lines = [...map.querySelectorAll(':scope > div')].map((line) => [...line.querySelectorAll('button')])
  const line = lines.findIndex((squaresIn) => squaresIn.includes(here))
  const beside = lines[line + (down ?? 0)]
  beside?.[Math.min(beside.length - 1, lines[line]?.indexOf(here) ?? 0)]?.focus()
}
