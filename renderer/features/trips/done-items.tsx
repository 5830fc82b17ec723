import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { type Screen, useNavigation } from '../../app/navigation.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import siteCss from './site.module.css'
import css from './trips.module.css'

interface DoneItemsProps {
  readonly visit: VisitDetail
  readonly tripId: string
}

/** What was done for a person; a card is given where its hand-over was recorded. */
export function DoneItems({ visit, tripId }: DoneItemsProps) {
  return (
    <ul className={siteCss.items} aria-live="polite">
      {visit.items.map((item) => (
        <DoneItem key={item.id} item={item} visitId={visit.line.visitId} tripId={tripId} />
      ))}
    </ul>
  )
}

interface DoneItemProps {
  readonly item: VisitDetail['items'][number]
  readonly visitId: string
  readonly tripId: string
}

function DoneItem({ item, visitId, tripId }: DoneItemProps) {
  const { t } = useTranslation(['trips', 'assistance'])
  const leave = useLeaveFor(tripId, visitId)
  const { act } = useAct('visit.change', () => undefined)
  const { id, kind, ref, text, given, help, applicationId } = item
  const label = help ? t(`assistance:kind.${help.kind}`) : item.label
  const said = [help && help.people > 1 && t('assistance:people', { count: help.people }), label !== text && text]
    .filter(Boolean)
    .join(', ')
  const strike = () => void act({ visitId, step: null, set: {}, add: [], strike: [id] })
  return (
    <li>
      <span>{t(`site.item.${kind}`)}</span>
      <b className="num">
        {label}
        {said !== '' && <small>{said}</small>}
      </b>
      {given !== null && (
        <StatusTag tone={given ? 'ok' : 'wait'} plain>
          {t(given ? 'site.handedOver' : 'site.notYet')}
        </StatusTag>
      )}
      {given === false && (
        <KeyButton size="small" onClick={() => leave({ name: 'handover', cardId: ref })}>
          {t('site.openCard')}
        </KeyButton>
      )}
      {applicationId && (
        <KeyButton size="small" onClick={() => leave({ name: 'applications', id: applicationId })}>
          {t('site.openApplication')}
        </KeyButton>
      )}
      {given !== true && (
        <button type="button" className={css.drop} aria-label={t('site.strike', { what: label })} onClick={strike}>
          <X aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

/** Opens the hand-over of a card; its way back leads to this person. */
export function useOpenCard(tripId: string, visitId: string): (cardId: string) => void {
  const leave = useLeaveFor(tripId, visitId)
  return (cardId) => leave({ name: 'handover', cardId })
}

/** Goes to another screen for this person; the way back leads here. */
export function useLeaveFor(tripId: string, visitId: string): (screen: Screen) => void {
  const { go } = useNavigation()
  return (screen) => {
    go({ name: 'trips', tripId, visitId })
    go(screen)
  }
}
