import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../app/toast.tsx'
import { type CardDetail, type Draft, emptyDraft } from './draft.ts'
import { resumedDraft, typedPart } from './typed-part.ts'
import { useUnfinished } from './unfinished.tsx'

/** The draft of this card: fresh, or with what was typed when it was left. `finish` once it is recorded. */
export function useDraft(cardId: string, detail: CardDetail) {
  const { t } = useTranslation('handover')
  const unfinished = useUnfinished()
  const [kept] = useState(() => unfinished.find(cardId))
  const [draft, setDraft] = useState<Draft>(() => (kept ? resumedDraft(kept, detail) : emptyDraft(detail)))
  const change = useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), [])
  useEffect(() => unfinished.keep(cardId, typedPart(draft)), [unfinished, cardId, draft])
  useEffect(() => {
    if (kept) showToast({ title: t('resumed'), text: t('resumedNext') })
  }, [kept, t])
  return { draft, change, finish: () => unfinished.finish(cardId) }
}
