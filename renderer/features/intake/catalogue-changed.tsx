import { RefreshCw } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { type ServiceChange, serviceChanges } from '#shared/domain/catalogue/service-changes.ts'
import css from './fill-side.module.css'
import type { FormBase } from './use-form.ts'

/**
 * How each service asks otherwise than when it was begun (`asked`) or came into this draft: the centre may send another catalogue at any time, also while the draft is
 * closed.
 */
export function useCatalogueChanges(
  { services }: FormBase,
  asked: readonly Service[],
): (code: string) => readonly ServiceChange[] {
  const first = useRef(new Map(asked.map((service) => [service.code, service])))
  for (const service of services) if (!first.current.has(service.code)) first.current.set(service.code, service)
  return (code) => {
    const [before, now] = [first.current.get(code), services.find((service) => service.code === code)]
    return before && now ? serviceChanges(before, now) : []
  }
}

/** What was typed stays; what is asked for now is said by name. */
export function CatalogueChanged({ changes }: { readonly changes: readonly ServiceChange[] }) {
  const { t } = useTranslation('intake')
  if (changes.length === 0) return null
  return (
    <section className={css.notice} data-tone="move" role="status">
      <h2>
        <RefreshCw aria-hidden="true" /> {t('changed.title')}
      </h2>
      <ul>
        {changes.map(({ kind, label }) => (
          <li key={`${kind} ${label}`}>{t(`changed.${kind}`, { label })}</li>
        ))}
      </ul>
      <p>{t('changed.text')}</p>
    </section>
  )
}
