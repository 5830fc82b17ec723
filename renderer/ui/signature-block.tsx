import { PenLine, Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../app/shortcuts.tsx'
import { KeyButton } from './key-button.tsx'
import css from './signature-block.module.css'
import { SignaturePad, type SignaturePadHandle } from './signature-pad.tsx'
import { inkWithWords } from './words-as-ink.ts'

interface SignatureBlockProps {
  readonly id: string
  /** What the person is: who receives, who hands over. */
  readonly title: string
  /** Empty while nobody is named yet. */
  readonly signer: string
  readonly signed: boolean
  /** PNG in base64 without prefix; null when it was taken back. */
  readonly onChange: (signature: string | null) => void
  /** Keys of "signs on the printed paper" and of "once more": in tinykeys' notation, and as printed. */
  readonly keys: { readonly onPaper: readonly [string, string]; readonly again: readonly [string, string] }
}

/** One person of a paper signs: on the pad, or on the printed paper. */
export function SignatureBlock({ id, title, signer, signed, onChange, keys }: SignatureBlockProps) {
  const { t } = useTranslation('common')
  const pad = useRef<SignaturePadHandle>(null)
  const [onPaper, setOnPaper] = useState(false)
  const again = () => {
    setOnPaper(false)
    pad.current?.clear()
    onChange(null)
    requestAnimationFrame(() => pad.current?.focus())
  }
  const signOnPaper = () => {
    pad.current?.clear()
    setOnPaper(true)
    onChange(inkWithWords(t('sign.paperInk')))
  }
  useShortcuts({ [keys.onPaper[0]]: signOnPaper, [keys.again[0]]: again })
  return (
    <section className={css.block} id={id} aria-label={title}>
      <div className={css.head}>
        <h3>{title}</h3>
        {signed ? (
          <KeyButton size="small" hint={keys.again[1]} icon={<Undo2 />} onClick={again}>
            {t('sign.again')}
          </KeyButton>
        ) : (
          <KeyButton size="small" hint={keys.onPaper[1]} icon={<PenLine />} onClick={signOnPaper}>
            {t('sign.onPaper')}
          </KeyButton>
        )}
      </div>
      {onPaper && signed && (
        <div className={css.onPaper}>
          <PenLine aria-hidden="true" /> {t('sign.paperInk')}
        </div>
      )}
      <div className={css.pad} hidden={onPaper && signed}>
        <SignaturePad
          ref={pad}
          empty={!signed}
          signer={signer}
          invitation={signer ? t('sign.invite', { name: signer }) : t('sign.inviteAny')}
          label={signer ? t('sign.label', { name: signer }) : title}
          onChange={onChange}
        />
      </div>
    </section>
  )
}
