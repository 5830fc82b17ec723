import { useTranslation } from 'react-i18next'
import type { ClosingDraft, ExtraInDrawer } from '#shared/contract/engine/shifts.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { withExtra } from './counting.ts'
import css from './day.module.css'

interface ExtraCardsProps {
  readonly extras: readonly ExtraInDrawer[]
  readonly change: (to: (before: ClosingDraft) => ClosingDraft) => void
}

/** Cards that lay in the drawer and should not have: counted here and in no box, each to be explained. */
export function ExtraCards({ extras, change }: ExtraCardsProps) {
  const { t } = useTranslation(['day', 'common'])
  const words = useExtraWords()
  if (extras.length === 0) return null
  const without = (labelCode: string) => (before: ClosingDraft) => ({
    ...before,
    extras: before.extras.filter((one) => one.labelCode !== labelCode),
  })
  return (
    <>
      <h3 className={css.extraHead}>{t('closing.extras')}</h3>
      <ul className={css.extras} aria-label={t('closing.extras')}>
        {extras.map((one) => (
          <li key={one.labelCode}>
            <b>{words(one)}</b>
            {one.cardId === null ? (
              <select
                aria-label={t('closing.extraKind', { name: words(one) })}
                value={one.cardKind}
                onChange={(event) => {
                  const cardKind = event.target.value === 'kia' ? 'kia' : 'ktp-el'
                  change((before) => withExtra(before, { ...one, cardKind }))
                }}
              >
                <option value="ktp-el">{t('common:cardKind.ktp-el')}</option>
                <option value="kia">{t('common:cardKind.kia')}</option>
              </select>
            ) : (
              <span>{t(`common:cardKind.${one.cardKind}`)}</span>
            )}
            <KeyButton
              size="small"
              look="quiet"
              aria-label={t('closing.extraRemove', { name: words(one) })}
              onClick={() => change(without(one.labelCode))}
            >
              {t('closing.remove')}
            </KeyButton>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whose card it is and where it should be; of a label that nobody knows its text. */
export function useExtraWords() {
  const { t } = useTranslation(['day', 'common'])
  return ({ ownerName, state, labelCode }: ExtraInDrawer): string =>
    ownerName === null || state === null
      ? t('closing.unknownLabel', { label: labelCode.slice(0, 40) })
      : t('closing.extraCard', { name: ownerName, state: t(`common:cardState.${state}`).toLowerCase() })
}
