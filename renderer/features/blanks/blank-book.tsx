import { BookOpen, ClipboardCheck, type LucideIcon, PackagePlus, Printer, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { ShownOf } from '../../ui/shown-of.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { CentreMark, StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './blanks.module.css'

type Book = OutputOf<'blanks.book'>
type Entry = Book['rows'][number]

const looks: Record<Entry['kind'], { readonly tone: Tone; readonly icon: LucideIcon }> = {
  in: { tone: 'ok', icon: PackagePlus },
  used: { tone: 'move', icon: Printer },
  spoiled: { tone: 'bad', icon: TriangleAlert },
  counted: { tone: 'wait', icon: ClipboardCheck },
}

/** The lines of the book, newest first. */
export function BlankBook({ book, onMore }: { readonly book: Book; readonly onMore: (() => void) | null }) {
  const { t } = useTranslation('blanks')
  if (book.rows.length === 0) return <EmptyState icon={<BookOpen />} title={t('none')} text={t('noneText')} />
  return (
    <section className={`${panel.panel} ${css.book}`} aria-label={t('book')}>
      <h2>{t('book')}</h2>
      <ul>
        {book.rows.map((entry) => (
          <Line key={entry.entryId} entry={entry} />
        ))}
      </ul>
      {onMore && book.rows.length < book.total ? (
        <KeyButton onClick={onMore}>{t('more')}</KeyButton>
      ) : (
        <ShownOf shown={book.rows.length} total={book.total} />
      )}
    </section>
  )
}

function Line({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation(['blanks', 'common'])
  const format = useFormat()
  const { tone, icon } = looks[entry.kind]
  const change = `${entry.change > 0 ? '+' : entry.change < 0 ? '−' : '±'}${format.number(Math.abs(entry.change))}`
  return (
    <li>
      <StatusTag tone={tone} icon={icon} plain>
        {t(`kind.${entry.kind}`)}
      </StatusTag>
      <span>{t(`common:cardKind.${entry.cardKind}`)}</span>
      <b className="num">{change}</b>
      <span className={css.what}>
        {[
          entry.kind === 'counted' && t('pieces', { count: entry.quantity }),
          entry.number,
          entry.reason,
          entry.beside && t('beside'),
        ]
          .filter(Boolean)
          .join(' · ')}
        <small>{t('by', { time: format.when(entry.at), name: entry.staffName, desk: entry.deviceCode })}</small>
      </span>
      {entry.centre !== 'recorded' && <CentreMark centre={entry.centre} />}
    </li>
  )
}
