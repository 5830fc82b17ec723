import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import css from './service-tabs.module.css'
import type { Drafting } from './use-draft.ts'
import { type FormBase, holding, problemsOf } from './use-form.ts'

interface ServiceTabsProps {
  readonly drafting: Drafting
  readonly base: FormBase
  readonly at: number
  onGo(service: number): void
}

/** The services of a family that are filed in one go: Ctrl+Tab goes on to the next. */
export function ServiceTabs({ drafting, base, at, onGo }: ServiceTabsProps) {
  const { t } = useTranslation('intake')
  const { services } = drafting.draft
  const beside = (step: number) => () => onGo((at + step + services.length) % services.length)
  useShortcuts({ 'Control+Tab': beside(1), 'Control+Shift+Tab': beside(-1) }, services.length > 1)
  if (services.length < 2) return null
  const drop = () =>
    drafting.change((draft) => ({
      ...draft,
      services: draft.services.filter((_, index) => index !== at),
      at: { service: Math.max(0, at - 1), step: 'fill' },
    }))
  return (
    <nav className={css.tabs} aria-label={t('tabs.label')}>
      {services.map((begun, index) => {
        const service = base.services.find(({ code }) => code === begun.service)
        const held = service ? holding(problemsOf(base, service, begun), begun).length : 0
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: the same service may be there twice, for two children
            key={index}
            type="button"
            className={css.tab}
            aria-current={index === at ? 'page' : undefined}
            onClick={() => onGo(index)}
          >
            {service?.name ?? begun.service} {held > 0 ? <small className="num">{held}</small> : <small>✓</small>}
          </button>
        )
      })}
      <button type="button" className={css.drop} aria-label={t('tabs.drop')} title={t('tabs.drop')} onClick={drop}>
        <X aria-hidden="true" />
      </button>
      <span className={css.keys}>
        <Keys>Ctrl+Tab</Keys>
      </span>
    </nav>
  )
}
