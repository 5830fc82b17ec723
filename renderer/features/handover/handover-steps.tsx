import { useTranslation } from 'react-i18next'
import { CollectorStep } from './collector-step.tsx'
import css from './handover-work.module.css'
import { PinStep } from './pin-step.tsx'
import { SignatureStep } from './signature-step.tsx'
import type { HandoverWorkProps, Work } from './use-handover-work.ts'

interface HandoverStepsProps extends Omit<HandoverWorkProps, 'onRecorded' | 'code'> {
  readonly work: Work
  readonly onOverride: () => void
  readonly onSigned: () => void
}

/** The three steps, one beneath the other. */
export function HandoverSteps({ cardId, detail, status, work, onOverride, onSigned }: HandoverStepsProps) {
  const { t } = useTranslation('handover')
  const { draft, change, rule, missing, doubts, collector, leadOn } = work
  const { pinDigits, pinTries } = status.policy
  // More to fill in: the steps draw closer, so that the signature stays in sight.
  const tight = draft.collector !== 'self' || detail.oldCard === 'police-letter'
  return (
    <section className={css.steps} data-tight={tight} aria-label={t('title')}>
      <PinStep
        cardId={cardId}
        pin={draft.pin}
        digits={pinDigits}
        tries={pinTries}
        onPin={(pin) => change({ pin })}
        onOverride={onOverride}
      />
      <CollectorStep {...{ draft, detail, rule, missing, doubts }} onChange={change} onKeyed={leadOn} />
      <SignatureStep
        key={draft.collector}
        draft={draft}
        signer={collector.name}
        now={missing[0] === 'signature'}
        onChange={change}
        onSigned={onSigned}
      />
    </section>
  )
}
