import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import { Keys } from '../../ui/key-button.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './count-lines.module.css'
import { placeWord, statusOf, toneOf } from './line-status.ts'
import { useNameOf } from './said-banner.tsx'

interface CountLinesProps {
  readonly lines: readonly ShipmentLine[]
  /** Key of the chosen line. */
  readonly chosen: string | null
  readonly onChoose: (key: string) => void
  readonly onOpen: (line: ShipmentLine) => void
}

/** As the style sheet has it. */
const lineHeight = 49

/** The list of the parcel, card by card, with what was found of it. Only the lines in sight are drawn. */
export function CountLines({ lines, chosen, onChoose, onOpen }: CountLinesProps) {
  const list = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: () => lineHeight,
    overscan: 6,
  })
  const at = lines.findIndex(({ key }) => key === chosen)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at)
  }, [at, virtual])
  const { t } = useTranslation('shipments')
  return (
    <section className={css.panel} aria-label={t('count.lines')}>
      <Head />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard too */}
      <div ref={list} className={css.list} tabIndex={0}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index]
            const place = { number: index + 1, of: lines.length, start }
            return (
              line && (
                <Line
                  key={line.key}
                  {...{ line, place, onOpen }}
                  on={index === at}
                  onChoose={() => onChoose(line.key)}
                />
              )
            )
          })}
        </ul>
      </div>
    </section>
  )
}

function Head() {
  const { t } = useTranslation('shipments')
  return (
    <h2 className={css.head}>
      {t('count.lines')}
      <span className={css.keys}>
        <Keys>↑↓</Keys> {t('count.keys.choose')} <Keys>F4</Keys> {t('count.keys.change')} <Keys>Alt+Delete</Keys>{' '}
        {t('count.keys.remove')}
      </span>
    </h2>
  )
}

interface LineProps {
  readonly line: ShipmentLine
  /** Its number in the list, and where it is drawn (px). */
  readonly place: { readonly number: number; readonly of: number; readonly start: number }
  readonly on: boolean
  readonly onChoose: () => void
  readonly onOpen: (line: ShipmentLine) => void
}

function Line({ line, place, on, onChoose, onOpen }: LineProps) {
  const { t } = useTranslation(['shipments', 'common'])
  const nameOf = useNameOf()
  const status = statusOf(line)
  const besides = line.announced
    ? null
    : line.ofNumber
      ? t('count.ofNumber', { number: line.ofNumber })
      : t('count.notListed')
  return (
    <li
      className={css.line}
      style={{ transform: `translateY(${place.start}px)` }}
      data-status={status}
      aria-current={on}
      aria-posinset={place.number}
      aria-setsize={place.of}
    >
      <button type="button" tabIndex={-1} onClick={onChoose} onDoubleClick={() => onOpen(line)}>
        <span className={css.number}>{place.number}</span>
        <span className={css.owner}>
          <b>{nameOf(line)}</b>
          <small>{[line.kitirNumber, line.ownerNikMasked, besides, line.note].filter(Boolean).join(' · ')}</small>
        </span>
        <span className={css.kind}>{line.kind && t(`common:cardKind.${line.kind}`)}</span>
        <span className={css.place}>{placeWord(line.place)}</span>
        <span className={css.status}>
          <StatusTag tone={toneOf[status]} plain>
            {t(`status.${status}`)}
          </StatusTag>
        </span>
      </button>
    </li>
  )
}
