import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { countDrawer, differenceKey } from '#shared/domain/shift/count-drawer.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CountStep } from './count-step.tsx'
import { asNumbers } from './counting.ts'
import { ExplainStep } from './explain-step.tsx'
import { SignStep } from './sign-step.tsx'
import { useClosingDraft } from './use-closing-draft.ts'
import { useDrawerScan } from './use-drawer-scan.ts'

interface ClosingProps {
  readonly shiftId: string
  readonly onLeave: () => void
}

/** Tutup shift: count, explain what differs, sign, and hand the drawer on. */
export function Closing({ shiftId, onLeave }: ClosingProps) {
  const { t } = useTranslation(['day', 'common'])
  const drawer = useEngineQuery('shift.drawer', {})
  const slow = useSlow(drawer.isPending)
  if (drawer.data) return <Steps drawer={drawer.data} shiftId={shiftId} onLeave={onLeave} />
  return (
    <Page title={t('closing.title')}>
      {drawer.isError ? (
        <ErrorState fault={drawer.error.fault}>
          <KeyButton onClick={() => void drawer.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      ) : (
        <SkeletonRows rows={8} shown={slow} />
      )}
    </Page>
  )
}

type Drawer = OutputOf<'shift.drawer'>

function Steps({ drawer, shiftId, onLeave }: ClosingProps & { readonly drawer: Drawer }) {
  const [step, setStep] = useState<'count' | 'explain' | 'sign'>('count')
  const closing = useClosingDraft(shiftId, drawer)
  const { cards, sum } = drawer
  const { draft, change, forget } = closing
  const said = useDrawerScan(cards, closing, () => setStep('count'))
  const counted = useMemo(() => {
    const boxes = draft.boxes.map(asNumbers)
    const extras = draft.extras.map(({ labelCode, cardId, cardKind }) => ({ labelCode, cardId, cardKind }))
    return { boxes, scanned: draft.scanned, extras }
  }, [draft])
  const { differences } = countDrawer(cards, { ...counted, sum, explanations: [] })
  const words = new Map(draft.words.map(({ key, text }) => [key, text]))
  const explanations = differences.map((one) => {
    const { rack, box, cardKind, labelCode, against } = one
    const about = { rack, box, cardKind, ...(labelCode && { labelCode }), ...(against && { against }) }
    return { ...about, text: words.get(differenceKey(one)) ?? '' }
  })
  const rest = differences.length > 0 ? ('explain' as const) : ('sign' as const)
  if (step === 'count') return <CountStep {...{ cards, closing, said, onLeave }} onNext={() => setStep(rest)} />
  if (step === 'explain')
    return (
      <ExplainStep
        {...{ cards, differences, words, extras: draft.extras }}
        onWord={(key, text) =>
          change((before) => ({
            ...before,
            words: [...before.words.filter((one) => one.key !== key), { key, text }],
          }))
        }
        onNext={() => setStep('sign')}
        onBack={() => setStep('count')}
      />
    )
  const extras = counted.extras.map(({ labelCode, cardKind }) => ({ labelCode, cardKind }))
  return (
    <SignStep
      close={{ shiftId, ...counted, extras, explanations }}
      agrees={differences.length === 0}
      onBack={() => setStep(rest === 'explain' ? 'explain' : 'count')}
      onDone={() => {
        forget()
        onLeave()
      }}
    />
  )
}
