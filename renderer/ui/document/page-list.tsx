import { ArrowDown, ArrowUp, FileText, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import css from './document.module.css'
import { type DraftPage, dpiOf, type Pages } from './pages.ts'
import { useObjectUrl } from './use-object-url.ts'

interface PageListProps {
  readonly pages: Pages
  readonly onChoose: (id: number) => void
  readonly onMove: (id: number, by: -1 | 1) => void
  readonly onRemove: (id: number) => void
}

/** The pages in their order; each is chosen, moved and removed by its own buttons. */
export function PageList({ pages, onRemove, ...acts }: PageListProps) {
  const { t } = useTranslation('document')
  const [list, removed] = useFocusAfterRemoval(pages)
  const remove = (id: number) => {
    removed(id)
    onRemove(id)
  }
  if (pages.list.length === 0)
    return (
      <div className={css.noPages}>
        <FileText aria-hidden="true" />
        <p>{t('noPages')}</p>
      </div>
    )
  return (
    <ol ref={list} className={css.pages} aria-label={t('pages')}>
      {pages.list.map((page, at) => (
        <Line
          key={page.id}
          {...{ page, at, of: pages.list.length, chosen: page.id === pages.chosen }}
          {...acts}
          onRemove={remove}
        />
      ))}
    </ol>
  )
}

/** The button that was pressed is gone: on with the page in its place, or with the camera. */
function useFocusAfterRemoval({ list: pages }: Pages) {
  const list = useRef<HTMLOListElement>(null)
  const left = useRef<number | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is what changes when one is gone
  useEffect(() => {
    const lines = list.current?.children
    const at = left.current
    left.current = null
    if (at === null) return
    const line = lines?.[Math.min(at, lines.length - 1)] ?? document
    line.querySelector<HTMLElement>(line === document ? '[data-shutter]' : 'button')?.focus()
  }, [pages])
  const removed = (id: number) => {
    left.current = pages.findIndex((page) => page.id === id)
  }
  return [list, removed] as const
}

interface LineProps extends Omit<PageListProps, 'pages'> {
  readonly page: DraftPage
  readonly at: number
  readonly of: number
  readonly chosen: boolean
}

/** Below it small print is hard to read. */
const leastDpi = 110

function Line({ page, at, of, chosen, onChoose, onMove, onRemove }: LineProps) {
  const { t } = useTranslation('document')
  const url = useObjectUrl(page.made.jpeg)
  const number = at + 1
  const dpi = dpiOf(page.made)
  const blurred = dpi < leastDpi
  return (
    <li className={css.line} data-chosen={chosen}>
      <button type="button" className={css.thumb} aria-pressed={chosen} onClick={() => onChoose(page.id)}>
        {url && <img src={url} alt="" />}
        <span>
          <b>{t('page', { number })}</b>
          <small data-warn={blurred}>{blurred ? t('fewDots', { dpi }) : t('dots', { dpi })}</small>
        </span>
      </button>
      <div className={css.lineActs}>
        <button
          type="button"
          aria-disabled={at === 0}
          onClick={() => onMove(page.id, -1)}
          aria-label={t('up', { number })}
        >
          <ArrowUp aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-disabled={number === of}
          onClick={() => onMove(page.id, 1)}
          aria-label={t('down', { number })}
        >
          <ArrowDown aria-hidden="true" />
        </button>
        <button type="button" onClick={() => onRemove(page.id)} aria-label={t('remove', { number })}>
          <Trash2 aria-hidden="true" />
        </button>
      </div>
    </li>
  )
}
