import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { AssistanceForm } from '../../ui/assistance-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ApplicationForm } from './application-form.tsx'
import { CardForm } from './card-form.tsx'
import { RecordForm } from './record-form.tsx'
import type { Step } from './use-step.ts'
import { WordForm } from './word-form.tsx'

/** What can be asked about the person who is here. */
export type Asks = 'record' | 'card' | 'application' | 'assistance' | 'note' | 'gone' | 'postponed'

interface VisitDialogProps {
  readonly asks: Asks | null
  readonly visit: VisitDetail
  readonly tripId: string
  readonly step: Step
  readonly onClose: () => void
}

/** One question about the person who is here. */
export function VisitDialog({ asks, visit, tripId, step, onClose }: VisitDialogProps) {
  const { t } = useTranslation('trips')
  const { visitId, number, name } = visit.line
  const units = useEngineQuery('region.units', {}, { enabled: asks === 'assistance' }).data
  const titles: Record<Asks, string> = {
    record: t('site.recordTitle'),
    card: t('site.cardTitle', { name }),
    application: t('site.applicationTitle', { number }),
    assistance: t('site.assistanceTitle'),
    note: t('site.noteTitle', { number }),
    gone: t('site.goneTitle', { number }),
    postponed: t('site.postponedTitle', { number }),
  }
  return (
    // What has the focus first is chosen as it opens: the form of help needs the kelurahan.
    <Dialog
      opened={asks !== null && (asks !== 'assistance' || units !== undefined)}
      onClose={onClose}
      title={asks ? titles[asks] : ''}
      width={asks === 'assistance' ? 680 : 560}
    >
      {asks === 'record' && <RecordForm visit={visit} onClose={onClose} />}
      {asks === 'card' && <CardForm visit={visit} tripId={tripId} onClose={onClose} />}
      {asks === 'application' && <ApplicationForm visit={visit} tripId={tripId} onClose={onClose} />}
      {asks === 'assistance' && units && (
        <AssistanceForm known={units} home={visit.scope} visitId={visitId} onSaved={onClose} />
      )}
      {(asks === 'note' || asks === 'gone' || asks === 'postponed') && (
        <WordForm key={asks} asks={asks} visit={visit} step={step} onClose={onClose} />
      )}
    </Dialog>
  )
}
