import { UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { followUpsFor } from '#shared/domain/catalogue/asked-now.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { useServiceNames } from '../../ui/use-service-names.ts'
import { factsOf } from './begun.ts'
import css from './follow-ups.module.css'
import { useAddServices } from './use-add-services.ts'
import type { Drafting } from './use-draft.ts'
import type { FormBase } from './use-form.ts'

interface FollowUpsProps {
  readonly drafting: Drafting
  readonly base: FormBase
}

/** What a family usually files with it, before it is sent: added with the people that are known already. */
export function FollowUps({ drafting, base }: FollowUpsProps) {
  const { t } = useTranslation('intake')
  const nameOf = useServiceNames()
  const add = useAddServices(drafting, base)
  const offered = offeredIn(drafting, base)
  const codes = offered.map(({ service }) => service)
  useShortcuts({ 'Alt+KeyS': () => add(codes) }, codes.length > 0)
  if (offered.length === 0) return null
  return (
    <section className={css.offer} aria-label={t('follow.title')}>
      <h2>
        <UsersRound aria-hidden="true" /> {t('follow.title')}
      </h2>
      <div>
        {offered.map(({ service, words }) => (
          <button key={service} type="button" onClick={() => add([service])}>
            <b>{nameOf(service)}</b>
            <small>{words}</small>
            {codes.length === 1 && <Keys>Alt+S</Keys>}
          </button>
        ))}
        {codes.length > 1 && (
          <button type="button" onClick={() => add(codes)}>
            <b>{t('follow.all', { count: codes.length })}</b>
            <Keys>Alt+S</Keys>
          </button>
        )}
      </div>
    </section>
  )
}

function offeredIn({ draft }: Drafting, base: FormBase) {
  const there = new Set(draft.services.map(({ service }) => service))
  const all = draft.services.flatMap((begun) => {
    const service = base.services.find(({ code }) => code === begun.service)
    return service ? followUpsFor(service, factsOf(begun, base.day)) : []
  })
  return all.filter(({ service }, at) => !there.has(service) && all.findIndex((one) => one.service === service) === at)
}
