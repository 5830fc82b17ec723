import { useNavigation } from '../../app/navigation.tsx'
import type { IntakeForm } from './form.ts'
import type { Drafting } from './use-draft.ts'

/** Shows the form of a paper, filled in with what was typed so far: the draft is kept before. */
export function useStatement({ keep }: Drafting, service: string, at: number): IntakeForm['print'] {
  const { showPaper } = useNavigation()
  return (form) =>
    void keep().then((draftId) =>
      showPaper({ kind: 'statement', form, service, draft: draftId === null ? null : { draftId, at } }),
    )
}
