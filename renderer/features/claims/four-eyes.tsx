import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { useFormat } from '../../app/format.ts'
import { useStaff } from '../../app/session.tsx'
import { Avatar } from '../../ui/avatar.tsx'
import panel from '../../ui/panel.module.css'
import css from './four-eyes.module.css'

/** Who took, checked, decided and paid, one beneath the other: at a glance whether it were different people. */
export function FourEyes({ claim }: { readonly claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const { taken, checked, decided, paid } = claim
  const steps = [
    { name: t('eyes.taken'), person: taken },
    { name: t('eyes.checked'), person: checked },
    { name: decided?.outcome === 'rejected' ? t('eyes.rejected') : t('eyes.decided'), person: decided },
    ...(decided?.outcome === 'rejected' && !paid ? [] : [{ name: t('eyes.paid'), person: paid }]),
  ]
  const at = steps.findIndex(({ person }) => person === null)
  return (
    <section>
      <div className={panel.head}>
        <h2>{t('eyes.title')}</h2>
        <span className={panel.caption}>{t('eyes.hint')}</span>
      </div>
      <ol className={`${panel.panel} ${css.eyes}`}>
        {steps.map(({ name, person }, index) => (
          <Step key={name} name={name} person={person} now={index === at} />
        ))}
      </ol>
    </section>
  )
}

interface StepProps {
  readonly name: string
  readonly person: ClaimView['taken']
  readonly now: boolean
}

function Step({ name, person, now }: StepProps) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const own = useStaff().code
  return (
    <li data-done={person !== null} data-now={now}>
      {person ? <Avatar name={person.name} /> : <span className={css.nobody} aria-hidden="true" />}
      <span className={css.words}>
        <small>{name}</small>
        {person ? (
          <b>
            {person.name}
            {person.code === own && <i> · {t('eyes.you')}</i>}
          </b>
        ) : (
          <span className={css.open}>{t('eyes.nobody')}</span>
        )}
      </span>
      {person && (
        <span className={css.when}>
          <Check aria-hidden="true" /> {format.when(person.at)}
        </span>
      )}
    </li>
  )
}
