import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useAsOfWords } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CentreMark, StatusTag } from '../../ui/status-tag.tsx'
import css from './history-list.module.css'

interface HistoryListProps {
  readonly cards: readonly CardLine[]
  /** A line led to its paper: the list closes for it. */
  readonly onLeave: () => void
}

/** Riwayat: everything known here of what happened to the first of the chosen cards; a line leads to its paper. */
export function HistoryList({ cards, onLeave }: HistoryListProps) {
  const { t } = useTranslation(['cards', 'common'])
  const asOf = useAsOfWords()
  const history = useEngineQuery('card.history', { cardId: cards[0]?.cardId ?? '' })
  const slow = useSlow(history.isPending)
  const list = useRef<HTMLOListElement>(null)
  // The dialog stood before the list came.
  const came = history.isSuccess
  useEffect(() => {
    if (came) list.current?.focus()
  }, [came])
  if (history.isError)
    return (
      <ErrorState fault={history.error.fault}>
        <KeyButton onClick={() => void history.refetch()}>{t('common:retry')}</KeyButton>
      </ErrorState>
    )
  if (!history.data) return <SkeletonRows rows={4} shown={slow} />
  const { card, lines, dataAsOf } = history.data
  return (
    <>
      <p className={css.about}>
        <b>{card.ownerName}</b> {card.kitirNumber} · {t(`common:cardKind.${card.kind}`)} · {card.ownerNikMasked}
      </p>
      {lines.length === 0 && <EmptyState title={t('history.none')} text={t('history.noneText')} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long history is scrolled by keyboard too */}
      <ol ref={list} className={css.lines} tabIndex={0} data-autofocus={true} aria-label={t('dialog.history')}>
        {lines.map((line) => (
          <HistoryLine key={line.key} line={line} onLeave={onLeave} />
        ))}
      </ol>
      <p className={css.asOf}>{asOf(dataAsOf)}</p>
    </>
  )
}

interface HistoryLineProps extends Pick<HistoryListProps, 'onLeave'> {
  readonly line: OutputOf<'card.history'>['lines'][number]
}

function HistoryLine({ line, onLeave }: HistoryLineProps) {
  const { t } = useTranslation(['cards', 'common'])
  const format = useFormat()
  const { at, what, by, reason, collector, contested, centre } = line
  return (
    <li>
      <time dateTime={at} className="num">
        {format.longDate(at)} {format.timeWithZone(at)}
      </time>
      <div>
        <b>{t(`history.${what}`)}</b>
        {collector && (
          <span>{t('history.to', { name: collector.name, kind: t(`common:collector.${collector.kind}`) })}</span>
        )}
        {by && <span>{t('history.by', { name: by.staffName, code: by.staffCode, device: by.deviceCode })}</span>}
        <PaperOfLine line={line} onLeave={onLeave} />
        {reason && <span>{reason}</span>}
      </div>
      {contested ? (
        <StatusTag tone="clash" plain>
          {t('history.contested')}
        </StatusTag>
      ) : (
        <CentreMark centre={centre} />
      )}
    </li>
  )
}

/** The number of the paper, or its name where it has none, opens it. */
function PaperOfLine({ line: { number, paper, handoverId, what }, onLeave }: HistoryLineProps) {
  const { t } = useTranslation('cards')
  const { showPaper, showReceipt } = useNavigation()
  const receipt = what === 'handed-over' ? handoverId : null
  if (!paper && !receipt) return number && <span className="num">{number}</span>
  const open = () => {
    onLeave()
    if (paper) showPaper(paper)
    else showReceipt(receipt)
  }
  return (
    <button type="button" className={panel.link} onClick={open}>
      {number ?? t('history.statement')}
    </button>
  )
}
