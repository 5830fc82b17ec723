import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { Dialog } from '../../ui/dialog.tsx'
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
  const { number, name } = visit.line
  const titles: Record<Asks, string> = {
    record: t('site.recordTitle'),
    card: t('site.cardTitle', { name }),
    application: t('site.applicationTitle'),
    assistance: t('site.assistanceTitle'),
    note: t('site.noteTitle', { number }),
    gone: t('site.goneTitle', { number }),
    postponed: t('site.postponedTitle', { number }),
  }
  return (
    <Dialog opened={asks !== null} onClose={onClose} title={asks ? titles[asks] : ''}>
      {asks === 'record' && <RecordForm visit={visit} onClose={onClose} />}
      {asks === 'card' && <CardForm visit={visit} tripId={tripId} onClose={onClose} />}
      {asks !== null && asks !== 'record' && asks !== 'card' && (
        <WordForm key={asks} asks={asks} visit={visit} tripId={tripId} step={step} onClose={onClose} />
      )}
    </Dialog>
  )
}
