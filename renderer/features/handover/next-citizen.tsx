import { ScanLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'

interface NextCitizenProps {
  readonly size: 'tall' | 'big'
  /** The one thing to do here: it has the focus. */
  readonly main?: boolean
}

/** On to the next one in the queue: the camera. */
export function NextCitizen({ size, main = false }: NextCitizenProps) {
  const { t } = useTranslation('handover')
  const { go } = useNavigation()
  return (
    <KeyButton
      look={main ? 'primary' : 'plain'}
      size={size}
      hint="F2"
      icon={<ScanLine />}
      autoFocus={main}
      onClick={() => go({ name: 'scan' })}
    >
      {t('result.next')}
    </KeyButton>
  )
}
