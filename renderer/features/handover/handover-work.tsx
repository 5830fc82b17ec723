import { CircleCheck, PenLine, Printer } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { useEngineQuery, useEngineState } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useSound } from '../../app/open-code.ts'
import { useStaff } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { ReceiptPaper } from '../../ui/receipt-paper.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { CardStateTag, StatusTag } from '../../ui/status-tag.tsx'
import { CollectorStep } from './collector-step.tsx'
import { useConfirm } from './confirm.ts'
import { type CardDetail, type Draft, emptyDraft, inputOf, type Missing, missingOf, ruleOf } from './draft.ts'
import css from './handover.module.css'
import { leadTo } from './lead-to.ts'
import { OverrideDialog } from './override-dialog.tsx'
import { OwnerPanel } from './owner-panel.tsx'
import { PinStep } from './pin-step.tsx'
import { collectorShown, previewOf } from './preview.ts'
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
            <KeyButton look="ghost" size="small" hint="F2" onClick={() => go({ name: 'scan' })}>
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
            <section className={css.steps} aria-label={t('title')}>
              <PinStep
                cardId={cardId}
                pin={draft.pin}
                digits={status.policy.pinDigits}
                tries={status.policy.pinTries}
                onPin={(pin) => change({ pin })}
                onOverride={openOverride}
              />
              <CollectorStep draft={draft} detail={detail} rule={rule} missing={missing} onChange={change} />
              <SignatureStep
                key={draft.collector}
                draft={draft}
                signer={collector.name || card.ownerName}
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
  const { t } = useTranslation('common')
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

interface ReasonProps {
  readonly missing: readonly Missing[]
  readonly fault: Fault | null
  readonly detail: CardDetail
  readonly draft: Draft
  readonly online: boolean
}

/** Why the primary action may, or may not yet, be pressed. */
function Reason({ missing, fault, detail, draft, online }: ReasonProps) {
  const { t } = useTranslation('handover')
  const engine = useEngineState()
  const [first, ...others] = missing
  if (engine.kind === 'lost') return <Said tone="wait" title={t('bar.waiting')} text={t('bar.waitingNext')} />
  if (fault) return <FaultLine fault={fault} />
  if (first) {
    const title =
      others.length === 0
        ? t('bar.left', { what: t(`missing.${first}`) })
        : t('bar.leftMore', { count: missing.length })
    const next =
      others.length > 0 ? t('bar.first', { what: t(`missing.${first}`) }) : online ? t('bar.online') : t('bar.offline')
    return <Said tone="wait" title={title} text={next} />
  }
  const { place } = detail.card
  const values = {
    collector: t(`to.${draft.collector}`),
    number: detail.nextReceiptNumber.split('/')[0] ?? detail.nextReceiptNumber,
    place: place ? `${place.rack}-${place.box}-${place.number}` : '',
  }
  return <Said tone="ok" title={t('bar.ready')} text={t(place ? 'bar.readyNext' : 'bar.readyNextNoPlace', values)} />
}

function Said({ tone, title, text }: { readonly tone: 'ok' | 'wait'; readonly title: string; readonly text: string }) {
  const Icon = tone === 'ok' ? CircleCheck : PenLine
  return (
    <div className={css.said} data-tone={tone}>
      <Icon aria-hidden="true" />
      <div>
        <b>{title}</b>
        <span>{text}</span>
      </div>
    </div>
  )
}

type PreviewProps = Pick<HandoverWorkProps, 'detail' | 'status'> & { readonly draft: Draft }

function Preview({ draft, detail, status }: PreviewProps) {
  const { t } = useTranslation('handover')
  const settings = useEngineQuery('settings.get', {})
  const staff = useStaff()
  const zone = status.device?.zone ?? 'Asia/Jakarta'
  const offline = status.connection.state !== 'online'
  const receipt = useMemo(
    () => previewOf(draft, detail, status.policy, { at: new Date().toISOString(), zone, staff, offline }),
    [draft, detail, status.policy, zone, staff, offline],
  )
  const printer = settings.data?.printer
  const width = printer && printer.kind !== 'none' ? printer.widthMm : 80
  return (
    <aside className={css.preview} aria-label={t('preview.title')}>
      <div className={css.previewHead}>
        <h3>{t('preview.title')}</h3>
        <span>
          {width} mm · {t('preview.facts', { copies: settings.data?.copies ?? 1 })}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reached by keyboard */}
      <div className={css.previewPaper} tabIndex={0}>
        <ReceiptPaper
          receipt={receipt}
          signature={draft.signature}
          columns={width === 58 ? 32 : 48}
          scale="preview"
          label={t('preview.title')}
        />
      </div>
    </aside>
  )
}
