import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { useSession } from '../../app/session.tsx'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './move-form.module.css'
import { MoveForm } from './move-form.tsx'
import { MovingCards } from './moving-cards.tsx'
import type { StockFormProps } from './stock-form-props.ts'
import { useMove } from './use-move.ts'

const troubles = ['damaged', 'misprinted', 'wrong-data', 'lost'] as const
type Trouble = (typeof troubles)[number] | 'found' | 'taken-back'

/** Catat rusak, salah cetak, data salah or hilang; of a lost card, that it was found; of one set aside, that this was a mistake. */
export function TroubleForm({ cards, onDone }: StockFormProps) {
  const { t } = useTranslation('cards')
  const { showPaper } = useNavigation()
  const options = optionsFor(cards)
  const [kind, setKind] = useState<Trouble>(options[0] ?? 'damaged')
  const [reason, setReason] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  const move = useMove(kind, cards, () => {
    const [card] = cards
    onDone()
    if (kind === 'lost' && card) showPaper({ kind: 'lost-statement', id: card.cardId })
  })
  const signed = kind !== 'lost' || signature !== null
  return (
    <MoveForm
      move={move}
      action={t(`act.${kind}`)}
      ready={reason.trim().length >= 3 && signed}
      onSubmit={() => void move.move({ reason, signature: kind === 'lost' ? signature : null })}
    >
      <div className={css.part}>
        <ChoiceRow
          name="trouble"
          label={t('trouble.kind')}
          value={kind}
          options={options.map((value) => ({ value, label: t(`trouble.${value}`) }))}
          onChange={setKind}
          autoFocus
        />
      </div>
      <p className={css.lead}>{t(`trouble.lead.${kind}`)}</p>
      <div className={css.part}>
        <Fields>
          <TextField
            id="trouble-reason"
            wide
            label={t(`trouble.reason.${kind}`)}
            value={reason}
            max={300}
            onChange={setReason}
          />
        </Fields>
      </div>
      {kind === 'lost' && <OfficerSigns signed={signature !== null} onChange={setSignature} />}
      <MovingCards may={move.may} left={move.left} />
    </MoveForm>
  )
}

/** Who lost a card declares it for each by itself. */
function optionsFor(cards: StockFormProps['cards']): readonly Trouble[] {
  if (cards.every(({ state }) => state === 'lost')) return ['found']
  const one = cards.length === 1
  if (cards.every(({ state }) => state === 'damaged')) return one ? ['taken-back', 'lost'] : ['taken-back']
  return one ? troubles : troubles.slice(0, 3)
}

interface OfficerSignsProps {
  readonly signed: boolean
  readonly onChange: (signature: string | null) => void
}

function OfficerSigns({ signed, onChange }: OfficerSignsProps) {
  const { t } = useTranslation('cards')
  const { staff } = useSession()
  return (
    <div className={css.part}>
      <SignatureBlock
        id="trouble-signature"
        title={t('trouble.officer')}
        signer={staff?.name ?? ''}
        signed={signed}
        onChange={onChange}
        keys={{ onPaper: ['Alt+t', 'Alt+T'], again: ['Alt+u', 'Alt+U'] }}
      />
    </div>
  )
}
