import { useTranslation } from 'react-i18next'
import type { StatusRead } from '#shared/contract/engine/status.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState, ErrorState } from '../../ui/states.tsx'

type Answer = Exclude<StatusRead, { outcome: 'open' | 'pin-needed' | 'wrong' }>

/** Why the status is not shown, and what now. */
export function StatusAnswer({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('ekitir')
  const { showEkitir } = useNavigation()
  const words = useAnswerWords(answer)
  if (answer.outcome === 'not-here' && answer.fault) return <ErrorState fault={answer.fault} />
  return (
    <div role="alert">
      <EmptyState title={words.title} text={words.text}>
        {answer.outcome === 'no-pin' && (
          <KeyButton
            look="primary"
            autoFocus
            onClick={() =>
              showEkitir({
                kind: 'reissue',
                applicationId: answer.applicationId,
                ownerName: answer.kitirNumber,
                reason: 'no-pin',
              })
            }
          >
            {t('slip.reissue')}
          </KeyButton>
        )}
      </EmptyState>
    </div>
  )
}

function useAnswerWords(answer: Answer): { readonly title: string; readonly text: string } {
  const { t } = useTranslation('ekitir')
  const format = useFormat()
  switch (answer.outcome) {
    case 'locked':
      return {
        title: t('status.locked'),
        text: answer.unitName ? t('status.lockedElsewhere', { unit: answer.unitName }) : t('status.lockedText'),
      }
    case 'no-pin':
      return { title: t('status.noPin'), text: t('status.noPinText') }
    case 'replaced':
      return {
        title: t('status.replaced'),
        text: answer.replacedAt
          ? t('status.replacedText', { time: format.when(answer.replacedAt) })
          : t('status.replacedUndated'),
      }
    case 'elsewhere':
      return {
        title: t('status.elsewhere'),
        text: answer.unitName ? t('status.elsewhereText', { unit: answer.unitName }) : t('status.elsewhereUnknown'),
      }
    case 'not-here':
      return {
        title: t('status.notHere'),
        text:
          answer.asked === 'centre'
            ? t('status.notHereCentre')
            : t('status.notHereOffline', { time: format.when(answer.dataAsOf) }),
      }
    case 'forged':
      return { title: t('status.forged'), text: t('status.forgedText') }
    case 'unknown':
      return { title: t('status.unknown'), text: t('status.unknownText') }
  }
}
