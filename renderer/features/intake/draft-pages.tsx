import { useState } from 'react'
import type { IntakeDraft } from '#shared/contract/engine/applications.ts'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { useCatalogueChanges } from './catalogue-changed.tsx'
import type { Filed } from './filed.ts'
import { FillPage } from './fill-page.tsx'
import { LeftCatalogue } from './left-catalogue.tsx'
import { focusFirstOf } from './next-field.ts'
import { ReviewPage } from './review-page.tsx'
import type { Drafting } from './use-draft.ts'
import type { FormBase } from './use-form.ts'

export interface DraftPagesProps {
  readonly drafting: Drafting
  readonly base: FormBase
  /** Its services as they asked when they were begun. */
  readonly asked: readonly Service[]
  /** The catalogue's answer is on its way for a service that was just added. */
  readonly pending: boolean
  onFiled(filed: Filed): void
}

export const movedTo = (draft: IntakeDraft, service: number, step: string): IntakeDraft => ({
  ...draft,
  at: { service, step },
})

/** Filling in, service by service, and the review of all of them. Where it was left is kept with it. */
export function DraftPages({ drafting, base, asked, pending, onFiled }: DraftPagesProps) {
  const [judged, setJudged] = useState(false)
  const { draft, change } = drafting
  const changesOf = useCatalogueChanges(base, asked)
  const at = Math.min(draft.at.service, draft.services.length - 1)
  const begun = draft.services[at]
  const service = base.services.find(({ code }) => code === begun?.service)
  const left = draft.services.find(({ service: code }) => !base.services.some((one) => one.code === code))
  if (left && !pending) return <LeftCatalogue drafting={drafting} code={left.service} />
  if (!begun || !service) return null
  const go = (index: number, step: string) => change((one) => movedTo(one, index, step))
  if (draft.at.step === 'review' && !left)
    return (
      <ReviewPage
        {...{ drafting, base, onFiled }}
        changes={draft.services.flatMap((one) => changesOf(one.service))}
        onBack={(index) => go(index, 'fill')}
        onHeld={(held) => {
          setJudged(true)
          go(held.at, 'fill')
          setTimeout(() => focusFirstOf([held.about]))
        }}
      />
    )
  return (
    <FillPage
      key={`${at}-${begun.service}`}
      {...{ drafting, base, at, begun, service, judged }}
      changes={changesOf(begun.service)}
      onJudge={() => setJudged(true)}
      onGo={go}
    />
  )
}
