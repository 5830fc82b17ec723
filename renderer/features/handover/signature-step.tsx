import { Camera, PenLine, Trash2, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { SignaturePad, type SignaturePadHandle } from '../../ui/signature-pad.tsx'
import type { Draft } from './draft.ts'
import { PhotoDialog } from './photo-dialog.tsx'
import css from './signature-step.module.css'
import { Step } from './step.tsx'
import { inkWithWords } from './words-as-ink.ts'

interface SignatureStepProps {
  readonly draft: Draft
  /** Empty while nobody is named yet. */
  readonly signer: string
  readonly now: boolean
  readonly onChange: (change: Partial<Draft>) => void
  readonly onSigned: () => void
}

/** Step 3: the collector signs; a photo may be taken. Whoever cannot sign here signs, or leaves a thumb print, on the paper. */
export function SignatureStep({ draft, signer, now, onChange, onSigned }: SignatureStepProps) {
  const { t } = useTranslation('handover')
  const pad = useRef<SignaturePadHandle>(null)
  const [onPaper, setOnPaper] = useState(false)
  const [photoOpen, setPhotoOpen] = useState(false)
  const signed = draft.signature !== null
  const again = () => {
    setOnPaper(false)
    pad.current?.clear()
    onChange({ signature: null })
    requestAnimationFrame(() => pad.current?.focus())
  }
  const signOnPaper = () => {
    pad.current?.clear()
    setOnPaper(true)
    onChange({ signature: inkWithWords(t('signature.paperInk')) })
    onSigned()
  }
  const strokeDone = (signature: string | null) => {
    onChange({ signature })
    if (signature) onSigned()
  }
  const openPhoto = () => setPhotoOpen(true)
  useShortcuts({ 'Alt+KeyU': again, 'Alt+KeyF': openPhoto, 'Alt+KeyT': signOnPaper })
  return (
    <Step
      number={3}
      state={signed ? 'done' : now ? 'now' : 'later'}
      title={t('signature.title')}
      hint={
        signed ? (
          <KeyButton size="small" hint="Alt+U" icon={<Undo2 />} onClick={again}>
            {t('signature.again')}
          </KeyButton>
        ) : (
          <>
            <span>{t('signature.hint')}</span>
            <KeyButton size="small" hint="Alt+T" icon={<PenLine />} onClick={signOnPaper}>
              {t('signature.onPaper')}
            </KeyButton>
          </>
        )
      }
    >
      <div className={css.signRow} id="handover-signature">
        {onPaper && draft.signature && (
          <div className={css.onPaper}>
            <PenLine aria-hidden="true" /> {t('signature.paperInk')}
          </div>
        )}
        <div className={css.padPlace} hidden={onPaper && signed}>
          <SignaturePad
            ref={pad}
            empty={!signed}
            signer={signer}
            invitation={t('signature.invite', { name: signer || t('signature.somebody') })}
            label={t('signature.label', { name: signer }).trim()}
            onChange={strokeDone}
          />
        </div>
        <PhotoSlot photo={draft.photo} onOpen={openPhoto} onRemove={() => onChange({ photo: null })} />
      </div>
      <PhotoDialog
        opened={photoOpen}
        onClose={() => setPhotoOpen(false)}
        onPhoto={(photo) => {
          onChange({ photo })
          setPhotoOpen(false)
        }}
      />
    </Step>
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
