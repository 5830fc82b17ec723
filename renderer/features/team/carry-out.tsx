import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { AddCards } from '../../ui/add-cards.tsx'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './team.module.css'
import type { Carrying } from './use-carrying.ts'

interface CarryOutProps {
  readonly carrying: Carrying
  readonly field: RefObject<HTMLInputElement | null>
}

/** Scan what the team takes; who carries it signs. */
export function CarryOut({ carrying, field }: CarryOutProps) {
  const { t } = useTranslation('team')
  const { cardIds, shown, carrier, signature } = carrying
  return (
    <section className={css.panel} aria-labelledby="team-out">
      <h2 id="team-out">{t('out')}</h2>
      <AddCards id="team" ref={field} known={cardIds.map((cardId) => ({ cardId }))} onCards={carrying.add} />
      <div className={css.form}>
        <p>{t('outText')}</p>
        <ul aria-label={t('chosen')}>
          {shown.length === 0 && <li className={css.quiet}>{t('nothing')}</li>}
          {shown.map(({ card, refusal }) => (
            <li key={card.cardId}>
              <b>{card.ownerName}</b>
              {refusal && (
                <StatusTag tone="bad" plain>
                  {t('refused')}
                </StatusTag>
              )}
              <button
                type="button"
                aria-label={t('remove', { owner: card.ownerName })}
                onClick={() => carrying.remove(card.cardId)}
              >
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
        <TextField
          id="team-carrier"
          wide
          label={t('carrier')}
          value={carrier}
          max={200}
          onChange={carrying.setCarrier}
        />
        <SignatureBlock
          key={carrying.round}
          id="team-signature"
          title={t('signature')}
          signer={carrier}
          signed={signature !== null}
          onChange={carrying.setSignature}
          keys={{ onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] }}
        />
      </div>
    </section>
  )
}
