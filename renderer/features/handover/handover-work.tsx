import { Printer } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useSound } from '../../app/open-code.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { CardStateTag, StatusTag } from '../../ui/status-tag.tsx'
import { CollectorStep } from './collector-step.tsx'
import { useConfirm } from './confirm.ts'
import { type CardDetail, type Draft, emptyDraft, inputOf, type Missing, missingOf, ruleOf } from './draft.ts'
import css from './handover-work.module.css'
import { leadTo } from './lead-to.ts'
import { OverrideDialog } from './override-dialog.tsx'
import { OwnerPanel } from './owner-panel.tsx'
import { PinStep } from './pin-step.tsx'
import { collectorShown } from './preview.ts'
import { Reason } from './reason.tsx'
import { Preview } from './receipt-preview.tsx'
import type { Recorded } from './result.tsx'
import { SignatureStep } from './signature-step.tsx'

interface HandoverWorkProps {
  readonly cardId: string
  readonly detail: CardDetail
  readonly status: OutputOf<'app.status'>
  readonly onRecorded: (recorded: Recorded) => void
}

/** The hand-over of one ready card: PIN, collector, signature, confirm. */
export function HandoverWork({ cardId, detail, status, onRecorded }: HandoverWorkProps) {
  const { t } = useTranslation('handover')
  const { go, back } = useNavigation()
  const sound = useSound()
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(detail))
  const [overriding, setOverriding] = useState(false)
  const primary = useRef<HTMLButtonElement>(null)
  const change = useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), [])
  const { card } = detail
  const rule = ruleOf(status.policy, detail, draft.collector)
  const missing = missingOf(draft, detail, rule)
  // More to fill in: the steps draw closer, so that the signature stays in sight.
  const tight = draft.collector !== 'self' || detail.oldCard === 'police-letter'
  const collector = collectorShown(draft, detail)
  const recorded = useCallback(
    (answer: OutputOf<'handover.record'>) => {
      sound('accepted')
      onRecorded({ ...answer, collectorName: draft.collector === 'self' ? t('to.self') : collector.name })
    },
    [sound, onRecorded, draft.collector, collector.name, t],
  )
  const { confirm, pending, fault } = useConfirm(recorded)
  usePinAgain(fault, change)
  const next = useRef<Missing | undefined>(undefined)
  next.current = missing[0]
  useEffect(() => {
    if (next.current && (next.current !== 'pin' || draft.pin.kind === 'locked')) leadTo(next.current)
  }, [draft.pin.kind])

  const leadOn = () => requestAnimationFrame(() => next.current && leadTo(next.current))
  const press = () => {
    const [first] = missing
    if (first) return leadTo(first)
    const input = inputOf(cardId, draft, detail)
    if (input) void confirm(input)
  }
  // On a box or the signature Enter has no meaning of its own: there it is the primary action.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return
    const { target } = event
    const box = target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')
    if (!box && !(target instanceof HTMLCanvasElement)) return
    event.preventDefault()
    press()
  }
  const openOverride = () => setOverriding(true)
  useShortcuts({ 'Control+Enter': press, Escape: back })
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears Enter on the boxes inside */}
      <div className={css.work} onKeyDown={onKeyDown}>
        <Page
          title={t('title')}
          fill
          lead={
            <span className={css.lead}>
              <CardStateTag card={card} />
              {status.connection.state !== 'online' && <DataAge at={detail.dataAsOf} />}
              {t('kitir', { number: card.kitirNumber })}
            </span>
          }
          actions={
            <KeyButton look="quiet" size="small" hint="F2" onClick={() => go({ name: 'scan' })}>
              {t('wrongCard')}
            </KeyButton>
          }
          bar={
            <ActionBar
              reason={
                <Reason
                  missing={missing}
                  fault={fault}
                  detail={detail}
                  draft={draft}
                  online={status.connection.state === 'online'}
                />
              }
            >
              <KeyButton size="tall" hint="Esc" onClick={back}>
                {t('bar.postpone')}
              </KeyButton>
              <KeyButton
                ref={primary}
                id="handover-confirm"
                look="primary"
                size="big"
                hint="Enter"
                icon={<Printer />}
                aria-disabled={missing.length > 0 || pending}
                onClick={press}
              >
                {pending ? t('bar.saving') : t('bar.confirm')}
              </KeyButton>
            </ActionBar>
          }
        >
          <div className={css.cols}>
            <OwnerPanel detail={detail} />
            <section className={css.steps} data-tight={tight} aria-label={t('title')}>
              <PinStep
                cardId={cardId}
                pin={draft.pin}
                digits={status.policy.pinDigits}
                tries={status.policy.pinTries}
                onPin={(pin) => change({ pin })}
                onOverride={openOverride}
              />
              <CollectorStep
                draft={draft}
                detail={detail}
                rule={rule}
                missing={missing}
                onChange={change}
                onKeyed={leadOn}
              />
              <SignatureStep
                key={draft.collector}
                draft={draft}
                signer={collector.name}
                now={missing[0] === 'signature'}
                onChange={change}
                onSigned={() => requestAnimationFrame(() => primary.current?.focus())}
              />
            </section>
            <Preview draft={draft} detail={detail} status={status} />
          </div>
        </Page>
      </div>
      <OverrideDialog
        opened={overriding}
        cardId={cardId}
        owner={card.ownerName}
        allowed={status.policy.override}
        onClose={() => setOverriding(false)}
        onPin={(pin) => change({ pin })}
      />
    </>
  )
}

function DataAge({ at }: { readonly at: string | null }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  return <StatusTag tone="wait">{t('dataAsOf', { time: format.when(at) })}</StatusTag>
}

/** A leave or a proof that no longer holds (it lasts some minutes) is asked for again; everything else stays. */
function usePinAgain(fault: Fault | null, change: (part: Partial<Draft>) => void) {
  const code = fault?.code
  useEffect(() => {
    if (code === 'pin-required' || code === 'override-not-allowed') change({ pin: { kind: 'open' } })
    if (code === 'pin-locked') change({ pin: { kind: 'locked' } })
  }, [code, change])
}
