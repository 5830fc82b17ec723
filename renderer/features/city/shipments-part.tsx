import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOf, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ShownOf } from '../../ui/shown-of.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './city.module.css'
import { PickList } from './pick-list.tsx'
import { useCity } from './use-city.ts'

const tones = { announced: 'move', 'partly-received': 'warn', received: 'ok' } as const

const pageSize = 100
const most = 500

/** Parcels of a kelurahan, newest first. */
export function ShipmentsPart({ scope }: { readonly scope: string }) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const [limit, setLimit] = useState(pageSize)
  const answer = useCity('city.shipments', { scope, offset: 0, limit })
  const slow = useSlow(answer.isPending)
  const [chosen, choose] = useState<string | null>(null)
  const { showPaper } = useNavigation()
  const showManifest = () => chosen && showPaper({ kind: 'shipment-record', id: chosen })
  const hidden = Math.min(most, answer.data?.total ?? 0) - (answer.data?.shipments.length ?? 0)
  const more = () => hidden > 0 && setLimit(Math.min(most, limit + pageSize))
  useShortcuts({ 'Alt+KeyP': showManifest, 'Alt+KeyL': more })
  if (answer.isError) return <ErrorState fault={faultOf(answer.error)} />
  if (answer.isPending) return <SkeletonRows rows={6} shown={slow} />
  const { shipments } = answer.data
  if (shipments.length === 0) return <EmptyState title={t('shipments.none')} text={t('shipments.noneText')} />
  return (
    <div className={css.column}>
      <PickList
        label={t('shipments.list')}
        rows={shipments}
        keyOf={({ shipmentId }) => shipmentId}
        columns="minmax(230px, 1fr) 110px 150px 170px 170px 90px"
        head={[t('case.number'), t('case.at'), t('dispatch.carrier'), t('column.level'), '', '']}
        cells={(one) => [
          <b key="number">{one.number}</b>,
          format.dateTime(one.sentAt),
          one.courierName,
          <StatusTag key="state" tone={tones[one.state]} plain>
            {t(`shipments.state.${one.state}`)}
          </StatusTag>,
          t('shipments.counts', { counted: one.counted, cards: one.cards }),
          one.missing > 0 ? t('shipments.missing', { cards: one.missing }) : '',
        ]}
        chosen={chosen}
        onChoose={choose}
        focus
        long
      />
      <div>
        <KeyButton hint="Alt+P" icon={<FileText />} aria-disabled={chosen === null} onClick={showManifest}>
          {t('shipments.manifest')}
        </KeyButton>{' '}
        {hidden > 0 && (
          <KeyButton hint="Alt+L" onClick={more}>
            {t('shipments.more', { count: Math.min(pageSize, hidden) })}
          </KeyButton>
        )}
        {shipments.length >= most && <ShownOf shown={shipments.length} total={answer.data.total} />}
      </div>
    </div>
  )
}
