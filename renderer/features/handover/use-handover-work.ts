import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useSound } from '../../app/open-code.ts'
import { type CardDetail, type Draft, inputOf, type Missing, missingOf, ruleOf } from './draft.ts'
import { leadTo } from './lead-to.ts'
import { collectorShown } from './preview.ts'
import type { Recorded } from './result.tsx'
import { useDoubts } from './use-doubts.ts'
import { useDraft } from './use-draft.ts'
import { useLabelCheck } from './use-label-check.ts'

export interface HandoverWorkProps {
  readonly cardId: string
  /** What was scanned to open the hand-over, null when it was opened otherwise. */
  readonly code: string | null
  readonly detail: CardDetail
  readonly status: OutputOf<'app.status'>
  readonly onRecorded: (recorded: Recorded) => void
}

export type Work = ReturnType<typeof useHandoverWork>

/** What was entered so far, what is still missing, and the one press that records it, or leads to what is missing. */
export function useHandoverWork({ cardId, code, detail, status, onRecorded }: HandoverWorkProps) {
  const { draft, change, finish } = useDraft(cardId, detail)
  const rule = ruleOf(status.policy, detail, draft.collector)
  const doubts = useDoubts(cardId, draft)
  const demands = { labelRequired: status.policy.labelCheck === 'required', doubtful: (doubts?.doubts.length ?? 0) > 0 }
  const missing = missingOf(draft, detail, rule, demands)
  useLabelCheck({ cardId, openedWith: code, change })
  const collector = collectorShown(draft, detail)
  const { confirm, pending, fault } = useConfirm(
    'handover.record',
    useRecorded(draft, collector.name, onRecorded, finish),
  )
  usePinAgain(fault, change)
  const next = useLatest(missing[0])
  useLeadAfterPin(draft.pin.kind, next)
  const press = () => {
    const [first] = missing
    if (first) return leadTo(first)
    const input = inputOf(cardId, draft, detail)
    if (input) void confirm(input)
  }
  // Once the change that was just made is drawn.
  const leadOn = () => requestAnimationFrame(() => next.current && leadTo(next.current))
  return {
    draft,
    change,
    rule,
    missing,
    doubts,
    labelRequired: demands.labelRequired,
    collector,
    pending,
    fault,
    press,
    leadOn,
  }
}

function useRecorded(
  draft: Draft,
  collectorName: string,
  onRecorded: (recorded: Recorded) => void,
  finish: () => void,
) {
  const { t } = useTranslation('handover')
  const sound = useSound()
  const name = draft.collector === 'self' ? t('to.self') : collectorName
  return useCallback(
    (answer: OutputOf<'handover.record'>) => {
      sound('accepted')
      finish()
      onRecorded({ ...answer, collectorName: name })
    },
    [sound, onRecorded, finish, name],
  )
}

/** A leave or a proof that no longer holds (it lasts some minutes) is asked for again; everything else stays. */
function usePinAgain(fault: Fault | null, change: (part: Partial<Draft>) => void) {
  const code = fault?.code
  useEffect(() => {
    if (code === 'pin-required' || code === 'override-not-allowed') change({ pin: { kind: 'open' } })
    if (code === 'pin-locked') change({ pin: { kind: 'locked' } })
  }, [code, change])
}

/** The PIN is dealt with, or locked: on to what comes next. */
function useLeadAfterPin(pin: Draft['pin']['kind'], next: RefObject<Missing | undefined>) {
  useEffect(() => {
    if (next.current && (next.current !== 'pin' || pin === 'locked')) leadTo(next.current)
  }, [pin, next])
}

function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  latest.current = value
  return latest
}
