import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { type FaultCode, faultCodes } from '#shared/contract/errors.ts'
import { useEngineCommand } from '../../app/engine-hooks.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './sync.module.css'

type Exception = OutputOf<'sync.overview'>['exceptions'][number]

const tones = { conflict: 'clash', refused: 'bad', attention: 'warn' } as const
const sentences = ['already-handed-over', 'card-unknown', 'card-not-ready', 'not-permitted'] as const
const withKeys = 6

/** What needs a person: code, card, person, and one next step each. */
export function ExceptionList({ exceptions }: { readonly exceptions: readonly Exception[] }) {
  const { t } = useTranslation('sync')
  const step = useNextStep()
  const keyed = exceptions.slice(0, withKeys)
  useShortcuts(Object.fromEntries(keyed.map((one, index) => [`Control+Digit${index + 1}`, () => step(one)])))
  return (
    <>
      <div className={panel.head}>
        <h2 id="exceptions">
          {t('exceptions.title')} <span className={panel.count}>{exceptions.length}</span>
        </h2>
        <span className={panel.caption}>{t('exceptions.note')}</span>
      </div>
      <div className={panel.panel}>
        {exceptions.length === 0 && (
          <EmptyState mood="good" title={t('exceptions.none')} text={t('exceptions.noneText')} />
        )}
        <ul className={css.list}>
          {exceptions.map((one, index) => (
            <ExceptionRow
              key={one.id}
              exception={one}
              hint={index < withKeys ? `Ctrl+${index + 1}` : undefined}
              onNext={step}
            />
          ))}
        </ul>
      </div>
    </>
  )
}

function useNextStep(): (exception: Exception) => void {
  const { showReceipt, go } = useNavigation()
  const acknowledge = useEngineCommand('sync.acknowledge')
  const syncNow = useEngineCommand('sync.now')
  return (exception) => {
    if (exception.next === 'understood') return acknowledge.mutate({ input: { id: exception.id } })
    if (exception.next === 'send-again') return syncNow.mutate({ input: {} })
    if (exception.handoverId) return showReceipt(exception.handoverId)
    if (exception.cardId) go({ name: 'handover', cardId: exception.cardId })
  }
}

interface ExceptionRowProps {
  readonly exception: Exception
  readonly hint: string | undefined
  readonly onNext: (exception: Exception) => void
}

function ExceptionRow({ exception, hint, onNext }: ExceptionRowProps) {
  const { t } = useTranslation(['sync', 'common'])
  const sentence = sentences.find((code) => code === exception.code) ?? 'other'
  const card = exception.cardKind ? t(`common:cardKind.${exception.cardKind}`) : ''
  const lkt = exception.code in faultCodes ? faultCodes[exception.code as FaultCode].lkt : exception.code
  return (
    <li className={css.exception}>
      <div className={css.exceptionText}>
        <div className={css.exceptionHead}>
          <StatusTag tone={tones[exception.kind]} plain>
            {t(`sync:exceptions.kind.${exception.kind}`)}
          </StatusTag>
          <span className={css.caption}>
            {lkt}
            {exception.seq !== null && ` · ${t('sync:exceptions.number', { seq: exception.seq })}`}
          </span>
        </div>
        <p className={css.what}>
          {t(`sync:exceptions.sentence.${sentence}`, { card, name: exception.ownerName ?? '' })}
        </p>
        <p className={css.sub}>{t(`sync:exceptions.explain.${exception.kind}`)}</p>
      </div>
      <KeyButton hint={hint} onClick={() => onNext(exception)}>
        {t(`sync:exceptions.next.${exception.next}`)}
      </KeyButton>
    </li>
  )
}
