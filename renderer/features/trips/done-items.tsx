import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { type Screen, useNavigation } from '../../app/navigation.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import siteCss from './site.module.css'
import css from './trips.module.css'

/** What was done for a person; a card is given where its hand-over was recorded. */
export function DoneItems({ visit, tripId }: { readonly visit: VisitDetail; readonly tripId: string }) {
  const { t } = useTranslation('trips')
  const openCard = useOpenCard(tripId, visit.line.visitId)
  const { act } = useAct('visit.change', () => undefined)
  const strike = (id: string) => void act({ visitId: visit.line.visitId, step: null, set: {}, add: [], strike: [id] })
  return (
    <ul className={siteCss.items}>
      {visit.items.map(({ id, kind, ref, label, given }) => (
        <li key={id}>
          <span>{t(`site.item.${kind}`)}</span>
          <b className="num">{label}</b>
          {given !== null && (
            <StatusTag tone={given ? 'ok' : 'wait'} plain>
              {t(given ? 'site.handedOver' : 'site.notYet')}
            </StatusTag>
          )}
          {given === false && (
            <KeyButton size="small" onClick={() => openCard(ref)}>
              {t('site.openCard')}
            </KeyButton>
          )}
          {given !== true && (
            <button
              type="button"
              className={css.drop}
              aria-label={t('site.strike', { what: label })}
              onClick={() => strike(id)}
            >
              <X aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
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
