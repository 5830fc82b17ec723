import { ArrowRight } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawerCard, ExtraInDrawer } from '#shared/contract/engine/shifts.ts'
import { differenceKey } from '#shared/domain/shift/count-drawer.ts'
import type { CountDifference } from '#shared/domain/shift/shift.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { TextField } from '../../ui/text-field.tsx'
import css from './day.module.css'
import { useExtraWords } from './extra-cards.tsx'

interface ExplainStepProps {
  readonly cards: readonly DrawerCard[]
  readonly differences: readonly CountDifference[]
  readonly extras: readonly ExtraInDrawer[]
  /** By the key of a difference. */
  readonly words: ReadonlyMap<string, string>
  readonly onWord: (key: string, text: string) => void
  readonly onNext: () => void
  readonly onBack: () => void
}

/** Each difference with what the clerk says about it. */
export function ExplainStep({ cards, differences, extras, words, onWord, onNext, onBack }: ExplainStepProps) {
  const { t } = useTranslation('day')
  const wordOf = (one: CountDifference) => words.get(differenceKey(one)) ?? ''
  const silent = differences.map((one, at) => ({ at, text: wordOf(one) })).filter(({ text }) => text.trim().length < 3)
  const focusAt = (at: number) => document.querySelector<HTMLElement>(`#difference-${at}`)?.focus()
  useEffect(() => document.querySelector<HTMLElement>('#difference-0')?.focus(), [])
  const press = () => (silent[0] ? focusAt(silent[0].at) : onNext())
  useShortcuts({ Escape: onBack, 'Control+Enter': press })
  return (
    <Page
      title={t('closing.title')}
      bar={
        <ActionBar reason={silent.length > 0 && t('closing.needWhy', { count: silent.length })}>
          <KeyButton size="tall" hint="Esc" onClick={onBack}>
            {t('closing.back')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<ArrowRight />}
            aria-disabled={silent.length > 0}
            onClick={press}
          >
            {t('closing.next')}
          </KeyButton>
        </ActionBar>
      }
    >
      <section className={`${panel.panel} ${css.part}`}>
        <h2>{t('closing.explain')}</h2>
        {differences.map((one, at) => (
          <div key={differenceKey(one)} className={css.difference}>
            <Difference one={one} cards={cards} extras={extras} />
            <TextField
              id={`difference-${at}`}
              max={500}
              label={t('closing.why')}
              value={wordOf(one)}
              onChange={(text) => onWord(differenceKey(one), text)}
            />
          </div>
        ))}
      </section>
    </Page>
  )
}

interface DifferenceProps {
  readonly one: CountDifference
  readonly cards: readonly DrawerCard[]
  readonly extras: readonly ExtraInDrawer[]
}

function Difference({ one, cards, extras }: DifferenceProps) {
  const { t } = useTranslation(['day', 'common'])
  const extraWords = useExtraWords()
  const { rack, box, cardKind, expected, counted, missingCardIds, labelCode, against } = one
  const kind = t(`common:cardKind.${cardKind}`)
  const extra = extras.find((card) => card.labelCode === labelCode)
  if (extra) return <b>{t('closing.extraDifference', { card: extraWords(extra), kind })}</b>
  const place = rack || box ? t('closing.box', { rack, box }) : t('closing.noBox')
  const names = cards.filter(({ cardId }) => missingCardIds.includes(cardId)).map(({ ownerName }) => ownerName)
  return (
    <>
      <b>
        {against
          ? t('closing.sumDifference', { kind, expected, counted })
          : t('closing.difference', { box: place, kind, expected, counted })}
      </b>
      {against && <p>{t('closing.sumText')}</p>}
      {names.length > 0 && <p>{t('closing.missing', { names: names.join(', ') })}</p>}
    </>
  )
}
