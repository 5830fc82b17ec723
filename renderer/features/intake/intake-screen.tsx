import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import type { Screen } from '../../app/navigation.tsx'
import { useNavigation } from '../../app/navigation.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { newDraft } from './begun.ts'
import { DraftWork, type Started } from './draft-work.tsx'
import { ServiceChoice } from './service-choice.tsx'

type Asked = Extract<Screen, { name: 'intake' }>

/** Permohonan baru: a service, or a draft that was begun. */
export function IntakeScreen({ of: { draftId, service, visitId, forWhom } }: { readonly of: Asked }) {
  const [chosen, choose] = useState(service ?? null)
  if (draftId) return <SavedDraft draftId={draftId} />
  if (visitId) return <ForVisit visitId={visitId} forWhom={forWhom ?? ''} />
  if (chosen === null) return <ServiceChoice onChoose={choose} />
  return <DraftWork start={{ draftId: null, draft: newDraft(chosen), asked: [] }} />
}

/** For somebody in the queue of a trip: the engine fills in who that is. */
function ForVisit({ visitId, forWhom }: { readonly visitId: string; readonly forWhom: string }) {
  const [draftId, setDraftId] = useState<string | null>(null)
  const begin = useAct('visit.begin-application', (begun) => setDraftId(begun.draftId))
  if (draftId) return <SavedDraft draftId={draftId} />
  const choose = (service: string) => {
    if (!begin.pending) void begin.act({ visitId, service })
  }
  return <ServiceChoice forWhom={forWhom} fault={begin.fault} onChoose={choose} />
}

function SavedDraft({ draftId }: { readonly draftId: string }) {
  const { t } = useTranslation('intake')
  const { go } = useNavigation()
  // Read once: from here on what is typed is what stands.
  const [start, setStart] = useState<Started | null>(null)
  const saved = useEngineQuery('intake.draft', { draftId }, { enabled: start === null })
  const slow = useSlow(saved.isPending)
  if (start === null && saved.data?.saved && !saved.isFetching) setStart(saved.data.saved)
  if (start) return <DraftWork start={start} />
  return (
    <Page title={t('title')}>
      <div className={panel.panel}>
        {saved.isError && <ErrorState fault={saved.error.fault} />}
        {saved.isPending && <SkeletonRows rows={7} shown={slow} />}
        {saved.data?.saved === null && (
          <EmptyState title={t('gone.title')} text={t('gone.text')}>
            <KeyButton look="primary" autoFocus onClick={() => go({ name: 'applications' })}>
              {t('toApplications')}
            </KeyButton>
          </EmptyState>
        )}
      </div>
    </Page>
  )
}
