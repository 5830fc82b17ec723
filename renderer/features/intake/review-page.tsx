import { FilePlus2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceChange } from '#shared/domain/catalogue/service-changes.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { AddService } from './add-service.tsx'
import { mostServices } from './begun.ts'
import { CatalogueChanged } from './catalogue-changed.tsx'
import type { Filed } from './filed.ts'
import { FollowUps } from './follow-ups.tsx'
import { KeptWords } from './kept-words.tsx'
import css from './review-page.module.css'
import { ReviewedService } from './reviewed-service.tsx'
import { TurnedView } from './turned-view.tsx'
import { useAddServices } from './use-add-services.ts'
import type { Drafting } from './use-draft.ts'
import { type FormBase, firstHeld, type Held } from './use-form.ts'

interface ReviewPageProps {
  readonly drafting: Drafting
  readonly base: FormBase
  onFiled(filed: Filed): void
  /** What the services ask otherwise than when the draft was opened. */
  readonly changes: readonly ServiceChange[]
  onBack(service: number): void
  /** By the catalogue as it is now the draft cannot be filed any more. */
  onHeld(held: Held): void
}

/** Everything once more, in large letters, for the citizen to agree with; then it is filed by one key. */
export function ReviewPage({ drafting, base, changes, onFiled, onBack, onHeld }: ReviewPageProps) {
  const { t } = useTranslation('intake')
  const { draft, kept, change } = drafting
  const [turned, turn] = useState(false)
  const { submit: file, pending, fault } = useSubmit(drafting, onFiled)
  const submit = () => {
    const held = firstHeld(base, draft)
    if (held) onHeld(held)
    else file()
  }
  const back = () => onBack(draft.at.service)
  const add = useAddServices(drafting, base)
  const [adding, openAdding] = useState(false)
  const mayAdd = draft.repairs === null && draft.services.length < mostServices
  useShortcuts({
    ...{ 'Control+Enter': submit, 'Alt+KeyR': () => turn(true), 'Alt+KeyU': back },
    ...(mayAdd && { 'Alt+KeyT': () => openAdding(true) }),
  })
  const reviewed = draft.services.map((begun, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be there twice, for two children
    <ReviewedService key={at} base={base} begun={begun} onMend={() => onBack(at)} />
  ))
  return (
    <Page
      title={t('review.title')}
      lead={<KeptWords kept={kept} />}
      actions={
        <>
          {mayAdd && (
            <KeyButton
              size="small"
              hint="Alt+T"
              icon={<FilePlus2 aria-hidden="true" />}
              onClick={() => openAdding(true)}
            >
              {t('add.open')}
            </KeyButton>
          )}
          <KeyButton size="small" hint="Alt+R" onClick={() => turn(true)}>
            {t('review.turn')}
          </KeyButton>
        </>
      }
      bar={
        <ActionBar reason={fault ? <FaultLine fault={fault} /> : t(draft.repairs ? 'review.askAgain' : 'review.ask')}>
          <KeyButton size="big" hint="Alt+U" onClick={back}>
            {t('review.back')}
          </KeyButton>
          <KeyButton look="primary" size="big" hint="Ctrl+Enter" autoFocus aria-disabled={pending} onClick={submit}>
            {t(draft.repairs ? 'review.sendAgain' : 'review.file')}
          </KeyButton>
        </ActionBar>
      }
    >
      {changes.length > 0 && (
        <div className={css.changed}>
          <CatalogueChanged changes={changes} />
        </div>
      )}
      {!draft.repairs && <FollowUps drafting={drafting} base={base} />}
      {draft.repairs && (
        <label className={css.note} htmlFor="repair-note">
          <span>{t('review.note')}</span>
          <textarea
            id="repair-note"
            rows={2}
            maxLength={2000}
            value={draft.note ?? ''}
            onChange={({ target: { value: note } }) => change((one) => ({ ...one, note }))}
          />
        </label>
      )}
      <div className={css.services}>{reviewed}</div>
      <AddService opened={adding} onClose={() => openAdding(false)} onChoose={(code) => add([code])} />
      <TurnedView opened={turned} onClose={() => turn(false)}>
        {reviewed}
      </TurnedView>
    </Page>
  )
}

/** What was typed last is kept first: what is filed is what the engine has. */
function useSubmit(drafting: Drafting, onFiled: (filed: Filed) => void) {
  const { keep, end, draft } = drafting
  const file = useAct('application.file', (filed) => {
    end()
    onFiled(filed)
  })
  const repair = useAct('application.repair', () => {
    end()
    onFiled({ filed: [], visit: null })
  })
  const submit = async () => {
    const draftId = await keep()
    if (draftId === null) return
    await (draft.repairs ? repair.act({ draftId, note: draft.note ?? '' }) : file.act({ draftId }))
  }
  const one = draft.repairs ? repair : file
  return { submit: () => void submit(), pending: one.pending, fault: one.fault }
}
