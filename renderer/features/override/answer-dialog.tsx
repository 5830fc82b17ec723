import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordForm } from '../../ui/password-form.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './answer-dialog.module.css'
import { SpokenAnswer } from './spoken-answer.tsx'

type Answered = OutputOf<'override.respond'>
const codeLength = 8
const purposes = ['card', 'unlock', 'reset', 'extend'] as const
type Purpose = (typeof purposes)[number]

/** A supervisor answers the code that a clerk reads out on the telephone: what it opens, the own password, the answer to read back. */
export function AnswerDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('override')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('title')} width={680}>
      <Answering />
    </Dialog>
  )
}

function Answering() {
  const { t } = useTranslation('override')
  const engine = useEngine()
  const [code, setCode] = useState('')
  const [purpose, setPurpose] = useState<Purpose>('card')
  const [answered, setAnswered] = useState<Answered | null>(null)
  const again = () => {
    setAnswered(null)
    setCode('')
  }
  if (answered) return <SpokenAnswer {...answered} onAgain={again} />
  const answer = async (password: string) =>
    setAnswered(await engine.call('override.respond', { challenge: code, password, purpose }))
  return (
    <>
      <CodeField code={code} onCode={setCode} />
      <ChoiceRow
        name="purpose"
        label={t('purpose')}
        value={purpose}
        options={purposes.map((value) => ({ value, label: t(`purposes.${value}`) }))}
        onChange={setPurpose}
      />
      {code.length === codeLength && <Asked key={code} code={code} purpose={purpose} onPassword={answer} />}
    </>
  )
}

function CodeField({ code, onCode }: { readonly code: string; readonly onCode: (code: string) => void }) {
  const { t } = useTranslation('override')
  return (
    <label className={css.code}>
      <span>{t('code')}</span>
      <input
        value={code.replace(/(\d{4})(?=\d)/, '$1 ')}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => onCode(event.target.value.replace(/\D/g, '').slice(0, codeLength))}
      />
      <small>{t('codeHint')}</small>
    </label>
  )
}

interface AskedProps {
  readonly code: string
  readonly purpose: Purpose
  readonly onPassword: (password: string) => Promise<void>
}

/** Which act of which desk the code opens; only then the password is asked. */
function Asked({ code, purpose, onPassword }: AskedProps) {
  const { t } = useTranslation('override')
  const format = useFormat()
  const asked = useEngineQuery('override.read', { challenge: code })
  if (asked.isError) return <FaultLine fault={asked.error.fault} />
  if (!asked.data) return null
  const { unitName, deskCode, issuedAt, validUntil } = asked.data
  const facts = [
    [t('act'), purpose === 'card' ? t('actWithoutPin') : t(`purposes.${purpose}`)],
    [t('desk'), t('deskOf', { unit: unitName, code: deskCode })],
    [t('since'), t('sinceUntil', { from: format.time(issuedAt), until: format.time(validUntil) })],
  ] as const
  return (
    <>
      <dl className={css.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={css.ask}>{purpose === 'card' ? t('askFirst') : t('askWho')}</p>
      <PasswordForm action={t('show')} onPassword={onPassword} />
    </>
  )
}
