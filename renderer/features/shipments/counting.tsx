import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CountWork } from './count-work.tsx'
import { Finish } from './finish.tsx'
import { Saved } from './saved.tsx'
import { useCounting } from './use-counting.ts'

type Signed = OutputOf<'shipment.receive'>
type Step =
  /** interrupted: a card was scanned while it was being signed. */
  | { readonly kind: 'count'; readonly interrupted?: boolean }
  | { readonly kind: 'finish'; readonly complete: boolean }
  | { readonly kind: 'saved'; readonly signed: Signed }

interface CountingProps {
  readonly shipmentId: string
  readonly onOpen: (shipmentId: string) => void
  readonly onLeave: () => void
}

/** One parcel: counted card by card, then signed by both, then done. */
export function Counting({ shipmentId, onOpen, onLeave }: CountingProps) {
  const { t } = useTranslation(['shipments', 'common'])
  const [step, setStep] = useState<Step>({ kind: 'count' })
  const query = useEngineQuery('shipment.get', { shipmentId })
  const slow = useSlow(query.isPending)
  const counting = useCounting(shipmentId, onOpen)
  if (query.isError)
    return (
      <Page title={t('count.title')}>
        <ErrorState fault={query.error.fault}>
          <KeyButton onClick={() => void query.refetch()}>{t('common:retry')}</KeyButton>
          <KeyButton onClick={onLeave}>{t('saved.next')}</KeyButton>
        </ErrorState>
      </Page>
    )
  const parcel = query.data
  if (!parcel)
    return (
      <Page title={t('count.title')}>
        <SkeletonRows rows={8} shown={slow} />
      </Page>
    )
  switch (step.kind) {
    case 'count':
      return (
        <CountWork
          {...{ parcel, counting, onLeave }}
          interrupted={step.interrupted ?? false}
          onFinish={(complete) => setStep({ kind: 'finish', complete })}
        />
      )
    case 'finish': {
      const back = () => setStep({ kind: 'count' })
      const scan = (code: string) => {
        void counting.count(code)
        setStep({ kind: 'count', interrupted: true })
      }
      const done = (signed: Signed) => setStep({ kind: 'saved', signed })
      return <Finish parcel={parcel} complete={step.complete} onBack={back} onScan={scan} onDone={done} />
    }
    case 'saved':
      return <Saved signed={step.signed} parcel={parcel} onLeave={onLeave} />
  }
}
