import { PackageSearch } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { canBeGiven } from '../../app/open-code.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { Closed } from './closed.tsx'
import type { CardDetail } from './draft.ts'
import { HandoverWork } from './handover-work.tsx'
import { type Recorded, Result } from './result.tsx'

/** Serah terima of one card; without a card it says how to come by one. */
export function HandoverScreen(props: { readonly cardId: string | null; readonly code?: string | undefined }) {
  const { cardId, code = null } = props
  const { t } = useTranslation('handover')
  const { go } = useNavigation()
  if (cardId !== null) return <OfCard key={cardId} cardId={cardId} code={code} />
  return (
    <Page title={t('title')}>
      <div className={panel.panel}>
        <EmptyState title={t('nothing')} text={t('nothingNext')} icon={<PackageSearch />}>
          <KeyButton look="primary" hint="F2" autoFocus onClick={() => go({ name: 'scan' })}>
            {t('scan')}
          </KeyButton>
          <KeyButton hint="Alt+5" onClick={() => go({ name: 'cards' })}>
            {t('openCards')}
          </KeyButton>
        </EmptyState>
      </div>
    </Page>
  )
}

function OfCard({ cardId, code }: { readonly cardId: string; readonly code: string | null }) {
  const { t } = useTranslation('handover')
  const { go } = useNavigation()
  const detail = useEngineQuery('card.get', { cardId })
  const status = useEngineQuery('app.status', {})
  const slow = useSlow(detail.isPending)
  // A refetch that fails must not take away what the clerk has entered.
  if (detail.isError && !detail.data)
    return (
      <Page title={t('title')}>
        <div className={panel.panel}>
          <ErrorState fault={detail.error.fault}>
            <KeyButton look="primary" hint="F2" onClick={() => go({ name: 'scan' })}>
              {t('scan')}
            </KeyButton>
          </ErrorState>
        </div>
      </Page>
    )
  if (!detail.data || !status.data)
    return (
      <Page title={t('title')}>
        <div className={panel.panel}>
          <SkeletonRows rows={7} shown={slow} />
        </div>
      </Page>
    )
  return <Opened cardId={cardId} code={code} detail={detail.data} status={status.data} />
}

interface OpenedProps {
  readonly cardId: string
  readonly code: string | null
  readonly detail: CardDetail
  readonly status: OutputOf<'app.status'>
}

/** Our own result must not be taken for a hand-over by another desk; scanned again, the card is shown as it stands. */
function Opened({ cardId, code, detail, status }: OpenedProps) {
  const { visit } = useNavigation()
  const [done, setDone] = useState<{ readonly recorded: Recorded; readonly visit: number } | null>(null)
  if (done?.visit === visit) return <Result recorded={done.recorded} onUndone={() => setDone(null)} />
  if (detail.contested || !canBeGiven(detail.card)) return <Closed card={detail.card} />
  return (
    <HandoverWork
      cardId={cardId}
      code={code}
      detail={detail}
      status={status}
      onRecorded={(recorded) => setDone({ recorded, visit })}
    />
  )
}
