import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAsOfWords } from '../../ui/data-as-of.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ShownOf } from '../../ui/shown-of.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './parcel-list.module.css'
import { ParcelRow } from './parcel-row.tsx'

type Which = 'open' | 'received'
type List = OutputOf<'shipment.list'>

const pageSize = 50
const most = 1000

/** Parcels on their way to this unit, or those that came. ↑ ↓ choose, Enter opens. */
export function ParcelList({ onOpen }: { readonly onOpen: (shipmentId: string) => void }) {
  const { t } = useTranslation(['shipments', 'common'])
  const asOf = useAsOfWords()
  const [which, setWhich] = useState<Which>('open')
  const [limit, setLimit] = useState(pageSize)
  const list = useEngineQuery('shipment.list', { which, offset: 0, limit }, { keepPrevious: true })
  const data = asOf(list.data?.dataAsOf)
  const show = (next: Which) => {
    setWhich(next)
    setLimit(pageSize)
  }
  useShortcuts({ 'Alt+KeyS': () => show(which === 'open' ? 'received' : 'open') })
  const count = list.data?.total ?? 0
  return (
    <Page
      title={t('title')}
      lead={list.data && <span className="num">{t(which === 'open' ? 'lead' : 'leadReceived', { count, data })}</span>}
      actions={<WhichChoice which={which} onPick={show} />}
    >
      {/* The rows of the other list are not these: the focus would go with them. */}
      {list.isPlaceholderData && limit === pageSize ? null : <Rows {...{ list, which, data, onOpen }} />}
      {list.data && list.data.rows.length < Math.min(most, count) && (
        <KeyButton className={css.more} onClick={() => setLimit(Math.min(most, limit + pageSize))}>
          {t('more')}
        </KeyButton>
      )}
      {list.data && list.data.rows.length >= most && <ShownOf shown={list.data.rows.length} total={count} />}
    </Page>
  )
}

function WhichChoice({ which, onPick }: { readonly which: Which; readonly onPick: (which: Which) => void }) {
  const { t } = useTranslation('shipments')
  return (
    <fieldset className={css.which}>
      <legend className="visually-hidden">{t('which')}</legend>
      {(['open', 'received'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === which} onClick={() => onPick(one)}>
          {t(one === 'open' ? 'open' : 'done')}
        </button>
      ))}
      <Keys>Alt+S</Keys>
    </fieldset>
  )
}

interface RowsProps {
  readonly list: ReturnType<typeof useEngineQuery<'shipment.list'>>
  readonly which: Which
  readonly data: string
  readonly onOpen: (shipmentId: string) => void
}

function Rows({ list, which, data, onOpen }: RowsProps) {
  const { t } = useTranslation(['shipments', 'common'])
  const slow = useSlow(list.isPending)
  if (list.isError)
    return (
      <ErrorState fault={list.error.fault}>
        <KeyButton onClick={() => void list.refetch()}>{t('common:retry')}</KeyButton>
      </ErrorState>
    )
  if (!list.data) return <SkeletonRows rows={4} shown={slow} />
  if (list.data.rows.length > 0) return <ParcelRows key={which} rows={list.data.rows} onOpen={onOpen} />
  return which === 'open' ? (
    <EmptyState mood="good" title={t('none')} text={t('noneText', { data })} />
  ) : (
    <EmptyState title={t('noneDone')} />
  )
}

function ParcelRows({ rows, onOpen }: { readonly rows: List['rows']; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('shipments')
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return (
    <>
      <p className={css.hint}>
        {t('scanHint')} · <Keys>↑↓</Keys> <Keys>Enter</Keys>
      </p>
      <ul ref={list} className={css.list} aria-label={t('list')} onKeyDown={arrows}>
        {rows.map((row) => (
          <li key={row.shipmentId}>
            <ParcelRow row={row} onOpen={() => onOpen(row.shipmentId)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** ↑ and ↓ go from row to row. */
function arrows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
}
