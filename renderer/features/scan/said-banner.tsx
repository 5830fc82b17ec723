import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FaultCode } from '#shared/contract/errors.ts'
import { useFaultWords } from '../../ui/fault-words.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { lktOf } from '../../ui/states.tsx'
import { Answer, Banner } from './answer-banner.tsx'
import type { Said } from './use-scan.ts'

interface SaidProps {
  readonly said: Said
  readonly onCard: (cardId: string) => void
  readonly onClose: () => void
}

/** What the screen says about the last code, over the viewfinder. */
export function SaidBanner({ said, onCard, onClose }: SaidProps) {
  const { t } = useTranslation('scan')
  const close = (
    <KeyButton look="dark" size="small" hint="Esc" onClick={onClose}>
      {t('again')}
    </KeyButton>
  )
  switch (said.kind) {
    case 'nothing':
      return null
    case 'reading':
      return <Banner words={{ title: t('read'), text: t('asking'), mood: 'good' }} />
    case 'opening': {
      const { result } = said
      const text =
        result.kind === 'receipt'
          ? t('openingReceipt', { number: result.receiptNumber })
          : result.kind === 'shipment'
            ? t('openingShipment', { number: result.number })
            : t('opening', { number: result.kind === 'cards' ? result.kitirNumber : '' })
      return <Banner words={{ title: t('read'), text, mood: 'good' }} />
    }
    case 'answer':
      return <Answer result={said.result} onCard={onCard} onClose={onClose} />
    case 'failed':
      return <Failed code={said.code} close={close} />
    case 'no-code':
      return <Refused title={t('nothingInPicture')} text={t('nothingInPictureNext')} close={close} />
    case 'unreadable-picture':
      return <Refused title={t('unreadablePicture')} text={t('unreadablePictureNext')} close={close} />
    case 'nothing-to-paste':
      return <Refused title={t('nothingToPaste')} text={t('nothingToPasteNext')} close={close} mood="wait" />
  }
}

/** The engine itself could not look: what it says, with the code for a report. */
function Failed({ code, close }: { readonly code: FaultCode; readonly close: ReactNode }) {
  const { t } = useTranslation('scan')
  const { sentence } = useFaultWords()
  return <Refused title={t('answer.failed')} text={`${sentence(code)} ${lktOf(code)}`} close={close} />
}

interface RefusedProps {
  readonly title: string
  readonly text: string
  readonly mood?: 'wait' | 'bad'
  readonly close: ReactNode
}

const Refused = ({ title, text, mood = 'bad', close }: RefusedProps) => (
  <Banner words={{ title, text, mood }}>{close}</Banner>
)
