import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { BulkResult } from './bulk-result.tsx'
import { BulkWork } from './bulk-work.tsx'

/** Serah terima massal: the cards of a school or an RW in one list, each with its own receipt. */
export function BulkScreen({ cardIds = [] }: { readonly cardIds?: readonly string[] | undefined }) {
  const { t } = useTranslation('bulk')
  const draft = useEngineQuery('bulk.draft', {})
  const slow = useSlow(draft.isPending)
  if (draft.data) return <Opened kept={draft.data.draft} cardIds={cardIds} />
  return (
    <Page title={t('title')}>
      <div className={panel.panel}>
        {draft.isError ? <ErrorState fault={draft.error.fault} /> : <SkeletonRows rows={8} shown={slow} />}
      </div>
    </Page>
  )
}

interface OpenedProps {
  readonly kept: BulkDraft | null
  readonly cardIds: readonly string[]
}

function Opened({ kept, cardIds }: OpenedProps) {
  // What lay on the disk when the screen was opened; what is saved since is this screen's own.
  const [first] = useState(kept)
  const [recorded, setRecorded] = useState<OutputOf<'bulk.record'> | null>(null)
  if (recorded) return <BulkResult recorded={recorded} />
  return <BulkWork kept={first} cardIds={cardIds} onRecorded={setRecorded} />
}
