import { useTranslation } from 'react-i18next'
import { useConfirm } from '../../app/confirm.ts'
import { useSound } from '../../app/open-code.ts'
import { showToast } from '../../app/toast.tsx'
import type { Ticks } from '../../ui/use-ticks.ts'

/** The ticked cards are back in the drawer, each where it lay. */
export function useBringBack({ ticked, set }: Ticks) {
  const { t } = useTranslation('team')
  const sound = useSound()
  const { confirm, pending, fault } = useConfirm('card.move', ({ moved }) => {
    sound('accepted')
    showToast({ title: t('cameBack', { count: moved }) })
    set([])
  })
  const able = ticked.size > 0 && !pending
  const press = () => {
    const cards = [...ticked].map((cardId) => ({ cardId, place: null }))
    if (able) void confirm({ kind: 'carried-back', cards, reason: '', signature: null })
  }
  return { able, press, fault }
}
