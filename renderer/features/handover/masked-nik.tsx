import { Eye } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useEngineCommand } from '../../app/engine-hooks.ts'
import css from './masked-nik.module.css'

const shownSeconds = 15

/** The NIK, hidden but for its ends; shown whole for 15 seconds on demand, which is logged. */
export function MaskedNik({ card }: { readonly card: CardLine }) {
  const { t } = useTranslation('handover')
  const reveal = useEngineCommand('card.reveal-nik')
  const [shown, setShown] = useState<{ readonly nik: string; readonly left: number } | null>(null)
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(shown.left > 1 ? { nik: shown.nik, left: shown.left - 1 } : null), 1000)
    return () => clearTimeout(timer)
  }, [shown])
  const show = () =>
    reveal.mutate({ input: { cardId: card.cardId } }, { onSuccess: ({ nik }) => setShown({ nik, left: shownSeconds }) })
  return (
    <div className={css.nik}>
      <span>{shown?.nik ?? card.ownerNikMasked}</span>
      {shown ? (
        <small aria-live="off">{t('owner.shown', { seconds: shown.left })}</small>
      ) : (
        <button type="button" onClick={show} disabled={reveal.isPending}>
          <Eye aria-hidden="true" />
          {t('owner.show')}
        </button>
      )}
    </div>
  )
}
