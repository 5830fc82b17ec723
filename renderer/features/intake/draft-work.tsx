import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { DraftPages } from './draft-pages.tsx'
import type { Filed } from './filed.ts'
import { FiledPage } from './filed-page.tsx'
import { useDraft } from './use-draft.ts'

/** `asked`: its services as they asked when they were begun; of a new one none. */
export interface Started {
  readonly draftId: string | null
  readonly draft: IntakeDraft
  readonly asked: readonly Service[]
}

interface DraftWorkProps {
  readonly start: Started
}

/** A draft until it is filed, then what was filed. */
export function DraftWork({ start }: DraftWorkProps) {
  const { t } = useTranslation(['intake', 'common'])
  const drafting = useDraft(start)
  const [filed, setFiled] = useState<Filed | null>(null)
  const services = drafting.draft.services.map(({ service }) => service)
  const base = useEngineQuery('intake.form', { services: [...new Set(services)] }, { keepPrevious: true })
  const slow = useSlow(base.isPending)
  if (filed) return <FiledPage filed={filed} repaired={drafting.draft.repairs} />
  if (base.data)
    return (
      <DraftPages
        drafting={drafting}
        base={base.data}
        asked={start.asked}
        pending={base.isPlaceholderData}
        onFiled={setFiled}
      />
    )
  return (
    <Page title={t('title')}>
      <div className={panel.panel}>
        {base.isError ? (
          <ErrorState fault={base.error.fault}>
            <KeyButton onClick={() => void base.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        ) : (
          <SkeletonRows rows={8} shown={slow} />
        )}
      </div>
    </Page>
  )
}
