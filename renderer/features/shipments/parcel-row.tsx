import { ChevronRight, Package, PackageCheck, PackageOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { CentreMark, StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './parcel-list.module.css'

type Row = OutputOf<'shipment.list'>['rows'][number]

const looks: Record<Row['state'], { readonly tone: Tone; readonly icon: typeof Package }> = {
  announced: { tone: 'move', icon: Package },
  'partly-received': { tone: 'warn', icon: PackageOpen },
  received: { tone: 'ok', icon: PackageCheck },
}

/** One parcel in one line: number and courier, how many cards, and how far it has come. */
export function ParcelRow({ row, onOpen }: { readonly row: Row; readonly onOpen: () => void }) {
  const { t } = useTranslation('shipments')
  const format = useFormat()
  const { tone, icon: Icon } = looks[row.state]
  return (
    <button type="button" className={css.row} onClick={onOpen}>
      <Icon className={css.parcel} data-tone={tone} aria-hidden="true" />
      <span className={css.what}>
        <b className="num">{row.number}</b>
        <span>
          {t('sent', { time: format.when(row.sentAt), unit: row.fromUnit })} · {t('courier', { name: row.courierName })}
        </span>
      </span>
      <span className={css.cards}>
        <b className="num">{t('cards', { count: row.cards })}</b>
        <Progress row={row} />
      </span>
      <span className={css.state}>
        <StatusTag tone={tone} icon={Icon}>
          {t(`state.${row.state}`)}
        </StatusTag>
        {row.centre !== 'recorded' && <CentreMark centre={row.centre} />}
      </span>
      <ChevronRight className={css.go} aria-hidden="true" />
    </button>
  )
}

function Progress({ row }: { readonly row: Row }) {
  const { t } = useTranslation('shipments')
  const words = [
    row.state !== 'announced' && t('receivedOf', { received: row.received, cards: row.cards }),
    row.counted > 0 && t('counted', { count: row.counted }),
    row.differences > 0 && t('differences', { count: row.differences }),
  ].filter((word) => word !== false)
  return words.length > 0 ? <span>{words.join(' · ')}</span> : null
}
