import { CalendarCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TripLine } from '#shared/contract/engine/trips.ts'
import { StatusTag } from '../../ui/status-tag.tsx'

/** How far a trip is. */
export function TripStateTag({ line: { state } }: { readonly line: Pick<TripLine, 'state'> }) {
  const { t } = useTranslation('trips')
  const tone = state === 'closed' ? 'ok' : state === 'under-way' ? 'move' : 'wait'
  return (
    <StatusTag tone={tone} {...(state === 'planned' ? { icon: CalendarCheck } : {})} plain>
      {t(`state.${state}`)}
    </StatusTag>
  )
}
