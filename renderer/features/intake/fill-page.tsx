import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { aboutOf } from '#shared/domain/catalogue/problem.ts'
import type { ServiceChange } from '#shared/domain/catalogue/service-changes.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Columns } from '../../ui/columns.tsx'
import { DiscardDialog } from '../../ui/discard-draft.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { withService } from './begun.ts'
import { FillForm } from './fill-form.tsx'
import { FillSide } from './fill-side.tsx'
import { type IntakeForm, IntakeFormProvider } from './form.ts'
import { KeptWords } from './kept-words.tsx'
import { focusFirstOf } from './next-field.ts'
import { ServiceTabs } from './service-tabs.tsx'
import { useAttach } from './use-attach.tsx'
import type { Drafting } from './use-draft.ts'
import { type FormBase, firstHeld, holding, useForm } from './use-form.ts'
import { useRepair } from './use-repair.ts'
import { useStatement } from './use-statement.ts'

interface FillPageProps {
  readonly drafting: Drafting
  readonly base: FormBase
  readonly at: number
  readonly begun: BegunApplication
  readonly service: Service
  readonly judged: boolean
  /** What the service asks otherwise than when the draft was opened. */
  readonly changes: readonly ServiceChange[]
  onJudge(): void
  onGo(service: number, step: string): void
}

/** One service of the draft, filled in on one page. */
export function FillPage({ drafting, base, at, begun, service, judged, changes, onJudge, onGo }: FillPageProps) {
  const { t } = useTranslation(['intake', 'common'])
  const { draft, kept } = drafting
  const repair = useRepair(draft.repairs)
  const change: IntakeForm['change'] = (make) =>
    drafting.change((one) => withService(one, at, make(one.services[at] ?? begun)))
  const { attach, dialog } = useAttach(drafting, { begun, change, service })
  const print = useStatement(drafting, service.code, at)
  const form = useForm({ ...{ base, service, begun, judged, change, attach, print }, marked: repair.marked })
  const holds = holding(form.problems, begun)
  const wanted = repair.step?.note && t('wanted', { note: repair.step.note })
  const review = () => {
    onJudge()
    if (holds.length > 0) return void setTimeout(() => focusFirstOf(holds.map(({ place }) => aboutOf(place))))
    const next = firstHeld(base, draft)
    onGo(next?.at ?? at, next ? 'fill' : 'review')
  }
  const discard = useDiscard(drafting)
  useShortcuts({ 'Control+Enter': review, 'Control+Delete': discard.ask })
  return (
    <IntakeFormProvider value={form}>
      <Page
        title={service.name}
        lead={<KeptWords kept={kept} />}
        actions={
          <KeyButton look="quiet" size="small" hint="Ctrl+Del" onClick={discard.ask}>
            {t('discard.open')}
          </KeyButton>
        }
        bar={
          <ActionBar
            reason={[holds.length > 0 ? t('holds', { count: holds.length }) : t('ready'), wanted]
              .filter(Boolean)
              .join(' · ')}
          >
            <KeyButton look="primary" size="big" hint="Ctrl+Enter" aria-disabled={holds.length > 0} onClick={review}>
              {t('toReview')}
            </KeyButton>
          </ActionBar>
        }
      >
        <ServiceTabs drafting={drafting} base={base} at={at} onGo={(index) => onGo(index, 'fill')} />
        <Columns sideWidth={320} side={<FillSide changes={changes} repair={repair} />}>
          <FillForm collects={draft.repairs === null} />
        </Columns>
        {dialog}
        {discard.dialog}
      </Page>
    </IntakeFormProvider>
  )
}

/** Thrown away for good, after it was asked. */
function useDiscard({ keep, end }: Drafting) {
  const { go } = useNavigation()
  const [draftId, setDraftId] = useState<string | null>(null)
  const ask = () => void keep().then(setDraftId)
  const done = () => {
    end()
    go({ name: 'intake' })
  }
  return { ask, dialog: <DiscardDialog draftId={draftId} onClose={() => setDraftId(null)} onDone={done} /> }
}
