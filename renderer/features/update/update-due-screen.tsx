import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useAct } from '../../app/use-act.ts'
import { Brand } from '../../ui/brand.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './update-due-screen.module.css'

interface Props {
  readonly update: NonNullable<OutputOf<'app.status'>['update']>
  readonly unsent: number
}

/** In the place of the sign-in screen, once the day is past by which the new version must be there: nobody is at work now. */
export function UpdateDueScreen({ update, unsent }: Props) {
  const { t, i18n } = useTranslation('update')
  const { act, pending, fault } = useAct('update.install', () => undefined)
  const note = update.note?.[i18n.language === 'en' ? 'en' : 'id']
  return (
    <main className={css.screen}>
      <div className={css.card}>
        <Brand />
        <h1>{t('due.title', { version: update.version ?? '' })}</h1>
        <p className={css.lead}>{t('due.lead')}</p>
        {note && <p className={css.lead}>{note}</p>}
        <p className={css.lead}>{unsent === 0 ? t('due.allSent') : t('due.unsent', { count: unsent })}</p>
        {fault && <FaultLine fault={fault} kept={false} />}
        <KeyButton look="primary" size="big" autoFocus aria-disabled={pending} onClick={() => void act({})}>
          {t('due.install')}
        </KeyButton>
      </div>
    </main>
  )
}
