import { PenLine, Undo2 } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { SignaturePad, type SignaturePadHandle } from '../../ui/signature-pad.tsx'
import { inkWithWords } from '../../ui/words-as-ink.ts'
import type { Draft } from './draft.ts'
import { Photo } from './photo-slot.tsx'
import css from './signature-step.module.css'
import { Step } from './step.tsx'

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
  const { onPaper, again, signOnPaper, strokeDone } = useSigning(pad, onChange, onSigned)
  const signed = draft.signature !== null
  useShortcuts({ 'Alt+KeyU': again, 'Alt+KeyT': signOnPaper })
  return (
    <Step
      number={3}
      state={signed ? 'done' : now ? 'now' : 'later'}
      title={t('signature.title')}
      hint={signed ? <AgainButton onAgain={again} /> : <OnPaperButton onPaper={signOnPaper} />}
    >
      <div className={css.signRow} id="handover-signature">
        {onPaper && signed && (
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
        <Photo photo={draft.photo} onPhoto={(photo) => onChange({ photo })} />
      </div>
    </Step>
  )
}

/** On the pad, or words in the place of the ink. */
function useSigning(
  pad: RefObject<SignaturePadHandle | null>,
  onChange: SignatureStepProps['onChange'],
  onSigned: () => void,
) {
  const { t } = useTranslation('handover')
  const [onPaper, setOnPaper] = useState(false)
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
  return { onPaper, again, signOnPaper, strokeDone }
}

function AgainButton({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('handover')
  return (
    <KeyButton size="small" hint="Alt+U" icon={<Undo2 />} onClick={onAgain}>
      {t('signature.again')}
    </KeyButton>
  )
}

function OnPaperButton({ onPaper }: { readonly onPaper: () => void }) {
  const { t } = useTranslation('handover')
  return (
    <>
      <span>{t('signature.hint')}</span>
      <KeyButton size="small" hint="Alt+T" icon={<PenLine />} onClick={onPaper}>
        {t('signature.onPaper')}
      </KeyButton>
    </>
  )
}
