import { HandHelping } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'

/** The other cards of the same e-Kitir, while their collector stands there; the first has the focus. */
export function AlsoReady({ cards }: { readonly cards: readonly CardLine[] }) {
  const { t } = useTranslation(['handover', 'common'])
  const { go } = useNavigation()
  return cards.map((card, at) => (
    <KeyButton
      key={card.cardId}
      look={at === 0 ? 'primary' : 'plain'}
      size="big"
      hint={at === 0 ? 'Enter' : undefined}
      icon={<HandHelping />}
      autoFocus={at === 0}
      onClick={() => go({ name: 'handover', cardId: card.cardId })}
    >
      {t('result.alsoReady', { card: t(`common:cardKind.${card.kind}`), owner: card.ownerName })}
    </KeyButton>
  ))
}
