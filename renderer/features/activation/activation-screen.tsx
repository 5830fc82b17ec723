import { Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { Brand } from '../../ui/brand.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { useSlowLineWords } from '../../ui/slow-line-words.ts'
import css from './activation-screen.module.css'
import { BroughtForm } from './brought-form.tsx'
import { CodeForm } from './code-form.tsx'

type FirstCopy = NonNullable<OutputOf<'app.status'>['firstCopy']>

/** Aktivasi: a one-time code, then the first copy of the unit's data. */
export function ActivationScreen() {
  const { t } = useTranslation('activation')
  const status = useEngineQuery('app.status', {})
  const copy = status.data?.firstCopy ?? null
  const slow = useSlowLineWords()(status.data?.slowLine ?? null)
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <Brand />
        <h1>{copy ? t('copying') : t('title')}</h1>
        <p className={css.lead}>{copy ? t('copyingLead') : t('lead')}</p>
        {copy ? <CopyProgress copy={copy} /> : <Begin />}
        {copy && slow && <p className={css.lead}>{slow}</p>}
      </div>
    </main>
  )
}

/** A new device, or one whose backup was brought here. */
function Begin() {
  const { t } = useTranslation('keeping')
  const [brought, setBrought] = useState(false)
  return (
    <>
      {brought ? <BroughtForm /> : <CodeForm />}
      <KeyButton look="ghost" className={css.other} onClick={() => setBrought(!brought)}>
        {brought ? t('brought.notBrought') : t('brought.open')}
      </KeyButton>
    </>
  )
}

function CopyProgress({ copy }: { readonly copy: FirstCopy }) {
  const { t } = useTranslation('activation')
  const format = useFormat()
  const share = copy.total ? Math.min(100, (copy.rows / copy.total) * 100) : 0
  return (
    <div>
      <Progress.Root size={16} radius={8}>
        <Progress.Section value={share} aria-label={t('copying')} />
      </Progress.Root>
      <dl className={css.figures} aria-live="polite">
        <div>
          <dt>{t('rows')}</dt>
          <dd className="num">
            {copy.total
              ? t('rowsOf', { rows: format.number(copy.rows), total: format.number(copy.total) })
              : format.number(copy.rows)}
          </dd>
        </div>
        <div>
          <dt>{t('size')}</dt>
          <dd className="num">{format.bytes(copy.bytes)}</dd>
        </div>
        <div>
          <dt>{t('left')}</dt>
          <dd className="num">
            {copy.secondsLeft === null ? t('leftUnknown') : format.duration(Math.max(60, copy.secondsLeft))}
          </dd>
        </div>
      </dl>
    </div>
  )
}
