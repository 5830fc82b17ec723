import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './count-side.module.css'
import { type Sums, toneOf } from './line-status.ts'

type Parcel = OutputOf<'shipment.get'>

/** How far the count is, and what was signed before. */
export function CountSide({ parcel, sums }: { readonly parcel: Parcel; readonly sums: Sums }) {
  const { t } = useTranslation('shipments')
  return (
    <>
      <section className={`${panel.panel} ${css.sums}`}>
        <p className={css.progress}>
          <b className="num">{t('count.progress', { found: sums.found, all: sums.announced })}</b> {t('count.found')}
        </p>
        <progress value={sums.found} max={Math.max(1, sums.announced)} aria-label={t('count.found')} />
        <ul>
          {(['good', 'damaged', 'extra', 'missing', 'open'] as const).map((name) => (
            <li key={name} data-none={sums[name] === 0}>
              <StatusTag tone={toneOf[name]} plain>
                {t(`count.sum.${name}`)}
              </StatusTag>
              <b className="num">{sums[name]}</b>
            </li>
          ))}
        </ul>
      </section>
      {parcel.counts.length > 0 && <Counts counts={parcel.counts} />}
    </>
  )
}

/** Each berita acara penerimaan of this parcel, of any desk; it can be made again. */
function Counts({ counts }: { readonly counts: Parcel['counts'] }) {
  const { t } = useTranslation('shipments')
  const format = useFormat()
  const { showPaper } = useNavigation()
  return (
    <section className={`${panel.panel} ${css.counts}`}>
      <h2>{t('count.counts')}</h2>
      <ul>
        {counts.map(({ countId, number, at, staffName, deviceCode }) => (
          <li key={countId}>
            <button
              type="button"
              className={panel.link}
              onClick={() => showPaper({ kind: 'shipment-record', id: countId })}
            >
              {number}
            </button>
            <small>{t('count.countBy', { time: format.when(at), name: staffName, desk: deviceCode })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
