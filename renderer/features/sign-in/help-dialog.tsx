import { LifeBuoy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../../app/toast.tsx'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { HelpByTelephone } from './help-by-telephone.tsx'
import css from './help-dialog.module.css'
import { HelpOnTheSpot } from './help-on-the-spot.tsx'
import { isTooOld, type StaffLine } from './means-props.ts'

interface HelpProps {
  readonly person: StaffLine
  readonly offline: boolean
}

/** A supervisor lets somebody in again who is locked out, or forgot the password while there is no network. */
export function HelpButton({ person, offline }: HelpProps) {
  const { t } = useTranslation('account')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <KeyButton
        look="ghost"
        icon={<LifeBuoy aria-hidden="true" />}
        className={css.open}
        onClick={() => setOpened(true)}
      >
        {t('help.open')}
      </KeyButton>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('help.title')} width={600}>
        <Help person={person} offline={offline} onClose={() => setOpened(false)} />
      </Dialog>
    </>
  )
}

type What = 'unlock' | 'reset' | 'extend'

/** Who was too long without the centre needs days before anything else. */
function whatHelps(person: StaffLine, offline: boolean): readonly What[] {
  if (!offline) return ['unlock']
  return isTooOld(person) ? ['extend'] : ['unlock', 'reset']
}

function Help({ person, offline, onClose }: HelpProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('account')
  const offered = whatHelps(person, offline)
  const [what, setWhat] = useState<What>(offered[0] ?? 'unlock')
  const [means, setMeans] = useState<'spot' | 'phone'>('spot')
  const [next, setNext] = useState('')
  const helped = (name: string) => {
    showToast({ title: t(`help.done.${what}`, { name }) })
    onClose()
  }
  const asked = {
    person,
    help: what === 'reset' ? { purpose: what, next } : { purpose: what },
    ready: what !== 'reset' || next !== '',
    onHelped: helped,
  }
  return (
    <div className={css.help}>
      <p>{t('help.lead', { name: person.name })}</p>
      <ChoiceRow
        name="help-what"
        label={t('help.what')}
        value={what}
        options={offered.map((value) => ({
          value,
          label: t(`help.${value}`),
        }))}
        onChange={setWhat}
        autoFocus
      />
      {what === 'extend' && <p>{t('help.extendHint')}</p>}
      {what === 'reset' && (
        <div>
          <TextField
            id="help-next"
            type="password"
            label={t('help.next', { name: person.name })}
            value={next}
            max={256}
            onChange={setNext}
          />
          <p>{t('help.nextHint')}</p>
        </div>
      )}
      <ChoiceRow
        name="help-means"
        label={t('help.means')}
        value={means}
        options={(['spot', 'phone'] as const).map((value) => ({ value, label: t(`help.${value}`) }))}
        onChange={setMeans}
      />
      {means === 'spot' ? <HelpOnTheSpot {...asked} /> : <HelpByTelephone key={what} {...asked} />}
    </div>
  )
}
