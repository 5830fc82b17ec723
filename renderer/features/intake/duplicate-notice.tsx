import { CopyCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { tidyNumber } from '#shared/domain/nik/typed-number.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { type Screen, useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './fill-side.module.css'
import { useIntakeForm } from './form.ts'

/** The same service is under way for one of these people already: said before it is filed twice. `except`: the application that is being put right. */
export function DuplicateNotice({ except }: { readonly except: string | null }) {
  const { t } = useTranslation('intake')
  const format = useFormat()
  const { go } = useNavigation()
  const { service, begun } = useIntakeForm()
  const niks = [whose(service.subject, begun.people)].filter((nik) => /^\d{16}$/.test(nik))
  const found = useEngineQuery('application.duplicates', { service: service.code, niks }, { enabled: niks.length > 0 })
  const others = niks.length > 0 ? (found.data ?? []) : []
  const other = others.find(({ applicationId }) => applicationId !== except)
  const open = () => other && go(placeOf(other))
  useShortcuts({ 'Alt+KeyD': open }, other !== undefined)
  if (!other) return null
  return (
    <section className={css.notice} data-tone="warn" role="alert">
      <h2>
        <CopyCheck aria-hidden="true" /> {t('duplicate.title')}
      </h2>
      <p>
        {other.ownerName} · {other.serviceName} · <span className="num">{other.kitirNumber}</span> ·{' '}
        {format.when(other.filedAt)}
      </p>
      <KeyButton size="small" hint="Alt+D" onClick={open}>
        {t('duplicate.open')}
      </KeyButton>
    </section>
  )
}

/** A newborn has no NIK yet: then the mother's. */
const whose = (subject: string, people: BegunApplication['people']): string =>
  tidyNumber(people[subject]?.nik ?? '') || tidyNumber(people.mother?.nik ?? '')

const placeOf = ({ applicationId: id, here }: OutputOf<'application.duplicates'>[number]): Screen =>
  here === 'filed' ? { name: 'applications', id } : { name: 'complaints', tab: 'promise', id }
