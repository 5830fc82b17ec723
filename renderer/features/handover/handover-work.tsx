import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useSession } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { CardStateTag, StatusTag } from '../../ui/status-tag.tsx'
import type { CardDetail } from './draft.ts'
import { HandoverBar } from './handover-bar.tsx'
import { HandoverSteps } from './handover-steps.tsx'
import css from './handover-work.module.css'
import { OtherDesks, useClaim } from './other-desks.tsx'
import { OverrideDialog } from './override-dialog.tsx'
import { OwnerPanel } from './owner-panel.tsx'
import { Preview } from './receipt-preview.tsx'
import { type HandoverWorkProps, useHandoverWork } from './use-handover-work.ts'

/** The hand-over of one ready card: PIN, collector, signature, confirm. */
export function HandoverWork(props: HandoverWorkProps) {
  const { cardId, detail, status } = props
  const { t } = useTranslation('handover')
  const { go, back } = useNavigation()
  const { locked } = useSession()
  const work = useHandoverWork(props)
  const [overriding, setOverriding] = useState(false)
  const primary = useRef<HTMLButtonElement>(null)
  const toPrimary = () => requestAnimationFrame(() => primary.current?.focus())
  const online = status.connection.state === 'online'
  const claimed = useClaim(cardId, status.neighbours.on && !locked)
  useShortcuts({ 'Control+Enter': work.press, Escape: back })
  const wrongCard = (
    <KeyButton look="quiet" size="small" hint="F2" onClick={() => go({ name: 'scan' })}>
      {t('wrongCard')}
    </KeyButton>
  )
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter on the boxes inside */}
      <div className={css.work} onKeyDown={(event) => pressOnBoxes(event, work.press)}>
        <Page
          title={t('title')}
          fill
          lead={
            <Lead detail={detail} online={online}>
              <OtherDesks claimed={claimed} neighbours={status.neighbours} online={online} />
            </Lead>
          }
          actions={wrongCard}
          bar={<HandoverBar ref={primary} work={work} detail={detail} online={online} />}
        >
          <div className={css.cols}>
            <OwnerPanel detail={detail} label={work.draft.label} labelRequired={work.labelRequired} />
            <HandoverSteps {...props} work={work} onOverride={() => setOverriding(true)} onSigned={toPrimary} />
            <Preview draft={work.draft} detail={detail} status={status} />
          </div>
        </Page>
      </div>
      <OverrideDialog
        opened={overriding}
        cardId={cardId}
        owner={detail.card.ownerName}
        allowed={status.policy.override}
        onClose={() => setOverriding(false)}
        onPin={(pin) => work.change({ pin })}
      />
    </>
  )
}

/** On a box or the signature Enter has no meaning of its own: there it is the primary action. */
function pressOnBoxes(event: KeyboardEvent<HTMLElement>, press: () => void) {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return
  const { target } = event
  const box = target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')
  if (!box && !(target instanceof HTMLCanvasElement)) return
  event.preventDefault()
  press()
}

interface LeadProps {
  readonly detail: CardDetail
  readonly online: boolean
  /** What is said of the other desks. */
  readonly children: ReactNode
}

/** Beside the title: how the card stands, how old that is where it matters, and its number. */
function Lead({ detail, online, children }: LeadProps) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  const { card, dataAsOf } = detail
  return (
    <span className={css.lead}>
      <CardStateTag card={card} />
      {!online && <StatusTag tone="wait">{t('dataAsOf', { time: format.when(dataAsOf) })}</StatusTag>}
      {children}
      {t('kitir', { number: card.kitirNumber })}
    </span>
  )
}
