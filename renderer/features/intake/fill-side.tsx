import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { productsFor } from '#shared/domain/catalogue/asked-now.ts'
import type { ServiceChange } from '#shared/domain/catalogue/service-changes.ts'
import { channelOf } from '#shared/domain/filing/channel-of.ts'
import { useFormat } from '../../app/format.ts'
import { useSession } from '../../app/session.tsx'
import panel from '../../ui/panel.module.css'
import { CatalogueChanged } from './catalogue-changed.tsx'
import { DuplicateNotice } from './duplicate-notice.tsx'
import css from './fill-side.module.css'
import { useIntakeForm } from './form.ts'
import type { Repair } from './use-repair.ts'

interface FillSideProps {
  readonly changes: readonly ServiceChange[]
  readonly repair: Repair
}

/** What the clerk should know while filling in: why it came back, what is under way already, what the service gives. */
export function FillSide({ changes, repair }: FillSideProps) {
  const { t } = useTranslation('intake')
  const { service, facts } = useIntakeForm()
  const products = productsFor(service, facts)
  return (
    <>
      {repair.step && <SentBack step={repair.step} />}
      <OtherDoor />
      <CatalogueChanged changes={changes} />
      <DuplicateNotice except={repair.applicationId} />
      <section className={`${panel.panel} ${css.side}`} aria-label={t('side.about')}>
        <h2>{t('side.about')}</h2>
        <p>{service.about}</p>
        {products.length > 0 && (
          <p>
            <b>{t('side.gives')}</b> {products.map(({ label }) => label).join(', ')}
          </p>
        )}
        {service.notes.length > 0 && (
          <ul>
            {service.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

function SentBack({ step }: { readonly step: NonNullable<Repair['step']> }) {
  const { t } = useTranslation('intake')
  const format = useFormat()
  return (
    <section className={css.notice} data-tone="warn" aria-label={t('sentBack')}>
      <h2>
        <TriangleAlert aria-hidden="true" /> {t('sentBack')}
      </h2>
      <p>{step.note ?? t('sentBackNoNote')}</p>
      <small>{format.when(step.at)}</small>
    </section>
  )
}

/** The catalogue names other places for this service than the one where it is being filed. */
function OtherDoor() {
  const { t } = useTranslation(['intake', 'catalogue'])
  const { service } = useIntakeForm()
  const { staff } = useSession()
  const { channels } = service
  if (staff === null || channels.includes(channelOf(staff.roles))) return null
  const places = channels.map((channel) => t(`catalogue:channel.${channel}`)).join(', ')
  return (
    <section className={css.notice} data-tone="warn" aria-label={t('otherDoor.title')}>
      <h2>
        <TriangleAlert aria-hidden="true" /> {t('otherDoor.title')}
      </h2>
      <p>{t('otherDoor.text', { places })}</p>
    </section>
  )
}
