import { Camera, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { PhotoDialog } from './photo-dialog.tsx'
import css from './signature-step.module.css'

interface PhotoProps {
  /** PNG in base64. */
  readonly photo: string | null
  readonly onPhoto: (photo: string | null) => void
}

/** The collector's photo: its place beside the signature, and the dialog that takes it. */
export function Photo({ photo, onPhoto }: PhotoProps) {
  const [opened, setOpened] = useState(false)
  const open = () => setOpened(true)
  useShortcuts({ 'Alt+KeyF': open })
  const taken = (fresh: string) => {
    onPhoto(fresh)
    setOpened(false)
  }
  return (
    <>
      <PhotoSlot photo={photo} onOpen={open} onRemove={() => onPhoto(null)} />
      <PhotoDialog opened={opened} onClose={() => setOpened(false)} onPhoto={taken} />
    </>
  )
}

interface PhotoSlotProps {
  readonly photo: string | null
  readonly onOpen: () => void
  readonly onRemove: () => void
}

function PhotoSlot({ photo, onOpen, onRemove }: PhotoSlotProps) {
  const { t } = useTranslation('handover')
  if (photo)
    return (
      <div className={css.photoTaken}>
        <img src={`data:image/png;base64,${photo}`} alt={t('signature.photoTaken')} />
        <button type="button" onClick={onRemove} aria-label={t('signature.photoRemove')}>
          <Trash2 aria-hidden="true" />
        </button>
      </div>
    )
  return (
    <button type="button" className={css.photoSlot} onClick={onOpen} aria-keyshortcuts="Alt+F">
      <Camera aria-hidden="true" />
      <span>{t('signature.photo')}</span>
      <Keys>Alt+F</Keys>
    </button>
  )
}
