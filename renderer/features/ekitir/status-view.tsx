import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StatusRead } from '#shared/contract/engine/status.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import type { EkitirShown } from '../../app/navigation.tsx'
import { useTakesScan } from '../../app/scan-taker.tsx'
import { useAct } from '../../app/use-act.ts'
import { ErrorState, FaultLine, SkeletonRows } from '../../ui/states.tsx'
import css from './ekitir.module.css'
import { StatusAnswer } from './status-answer.tsx'
import { StatusCode } from './status-code.tsx'
import { StatusPage } from './status-page.tsx'
import { StatusPin } from './status-pin.tsx'

/** F4: from a scanned or typed number and its PIN to how the application stands, in the citizen's words. */
export function StatusView({ of }: { readonly of: Extract<EkitirShown, { kind: 'status' }> }) {
  return of.applicationId ? <Opened applicationId={of.applicationId} /> : <Asking first={of.code ?? ''} />
}

function Opened({ applicationId }: { readonly applicationId: string }) {
  const status = useEngineQuery('status.of', { applicationId })
  const slow = useSlow(status.isPending)
  if (status.isError) return <ErrorState fault={status.error.fault} />
  return status.data ? <StatusPage status={status.data} /> : <SkeletonRows rows={6} shown={slow} />
}

function Asking({ first }: { readonly first: string }) {
  const { t } = useTranslation('ekitir')
  const [code, setCode] = useState(first)
  const [answer, setAnswer] = useState<StatusRead | null>(null)
  const { act, fault, pending } = useAct('status.read', setAnswer)
  const look = (asked: string, pin: string | null = null) => {
    setCode(asked)
    void act({ code: asked, pin })
  }
  useTakesScan((scanned) => {
    look(scanned)
    return true
  })
  const again = () => setAnswer(null)
  if (answer?.outcome === 'open') return <StatusPage status={answer.status} onAgain={again} />
  const asksPin = answer?.outcome === 'pin-needed' || answer?.outcome === 'wrong'
  // What a scan read is for machines: once its number is known, that is shown.
  const shown = answer && 'kitirNumber' in answer ? answer.kitirNumber : code
  return (
    <div className={css.form}>
      <p className={css.note}>{t('status.lead')}</p>
      <StatusCode first={shown} immediately={first !== ''} busy={pending} onLook={look} />
      {asksPin && <StatusPin key={code} answer={answer} onPin={(pin) => look(code, pin)} />}
      {answer && !asksPin && <StatusAnswer answer={answer} />}
      {fault && <FaultLine fault={fault} />}
    </div>
  )
}
