import { CircleHelp, FileText, SquareCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { requirementsFor } from '#shared/domain/catalogue/asked-now.ts'
import type { Requirement, Service } from '#shared/domain/catalogue/catalogue.ts'
import { stillOpen } from '#shared/domain/catalogue/circumstances.ts'
import type { FiledFacts } from '#shared/domain/catalogue/filed-facts.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './catalogue.module.css'

/** The papers that are needed as far as is known, and those that more answers may still add. */
export function PaperChecklist({ service, facts }: { readonly service: Service; readonly facts: FiledFacts }) {
  const { t } = useTranslation('catalogue')
  const now = requirementsFor(service, facts)
  const later = service.requirements.filter((one) => one.when && !now.includes(one) && stillOpen(one.when, facts))
  return (
    <>
      <h3>{t('bring')}</h3>
      <ul className={css.papers} aria-label={t('bring')} aria-live="polite">
        {now.map((one) => (
          <li key={one.id}>
            <SquareCheck aria-hidden="true" />
            <Needed requirement={one} />
            <PrintForm service={service} requirement={one} />
          </li>
        ))}
      </ul>
      {later.length > 0 && (
        <>
          <h3>{t('maybe')}</h3>
          <ul className={css.papers} data-open="true" aria-label={t('maybe')}>
            {later.map((one) => (
              <li key={one.id}>
                <CircleHelp aria-hidden="true" />
                <Needed requirement={one} open />
                <PrintForm service={service} requirement={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The form that the office has for it, empty. */
function PrintForm({
  service,
  requirement: { form, label },
}: {
  readonly service: Service
  readonly requirement: Requirement
}) {
  const { t } = useTranslation('catalogue')
  const { showPaper } = useNavigation()
  if (form === undefined) return null
  return (
    <KeyButton
      size="small"
      look="quiet"
      icon={<FileText aria-hidden="true" />}
      aria-label={t('printForm', { paper: label })}
      onClick={() => showPaper({ kind: 'statement', form, service: service.code, draft: null })}
    >
      {t('form.print')}
    </KeyButton>
  )
}

function Needed({ requirement, open = false }: { readonly requirement: Requirement; readonly open?: boolean }) {
  const { t } = useTranslation('catalogue')
  const { label, accepts, optional, whenWords } = requirement
  const named = accepts.map((form) => t(`form.${form}`))
  const forms = [named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(t('or'))
  const said = [forms, ...(optional ? [t('optional')] : []), ...(open && whenWords ? [whenWords] : [])]
  return (
    <span>
      {label} <small>({said.join('; ')})</small>
    </span>
  )
}
