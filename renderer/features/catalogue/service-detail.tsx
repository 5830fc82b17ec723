import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { productsFor } from '#shared/domain/catalogue/asked-now.ts'
import { type FiledFacts, noFacts } from '#shared/domain/catalogue/filed-facts.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './catalogue.module.css'
import { CircumstanceFields } from './circumstance-fields.tsx'
import { PaperChecklist } from './paper-checklist.tsx'
import { ServiceTime } from './service-time.tsx'

interface ServiceDetailProps {
  readonly code: string
  /** Shows another service, one that goes with it. */
  onService(code: string): void
}

type Told = OutputOf<'catalogue.get'>

/** One service: what is asked first changes the papers at once. */
export function ServiceDetail({ code, onService }: ServiceDetailProps) {
  const { t } = useTranslation(['catalogue', 'common'])
  const got = useEngineQuery('catalogue.get', { code })
  const slow = useSlow(got.isPending)
  if (got.isError)
    return (
      <ErrorState fault={got.error.fault}>
        <KeyButton onClick={() => void got.refetch()}>{t('common:retry')}</KeyButton>
      </ErrorState>
    )
  return got.data ? <Detail told={got.data} onService={onService} /> : <SkeletonRows rows={8} shown={slow} />
}

function Detail({ told, onService }: { readonly told: Told } & Pick<ServiceDetailProps, 'onService'>) {
  const { t } = useTranslation('catalogue')
  const { service, standard } = told
  const format = useFormat()
  const [facts, setFacts] = useState<FiledFacts>(() => noFacts(format.today()))
  const { showPaper, go } = useNavigation()
  const file = () => go({ name: 'intake', service: service.code })
  const leaflet = () => showPaper({ kind: 'service-leaflet', id: service.code })
  useShortcuts({ 'Control+p': leaflet, 'Alt+KeyN': file })
  return (
    <>
      <div className={css.head}>
        <h2>{service.name}</h2>
        <div className={css.acts}>
          <KeyButton hint="Ctrl+P" icon={<FileText aria-hidden="true" />} onClick={once(leaflet)}>
            {t('leaflet')}
          </KeyButton>
          <KeyButton look="primary" hint="Alt+N" onClick={file}>
            {t('file')}
          </KeyButton>
        </div>
      </div>
      <p className={css.about}>{service.about}</p>
      <CircumstanceFields service={service} facts={facts} onFacts={setFacts} />
      <PaperChecklist service={service} facts={facts} />
      <Result service={service} facts={facts} standard={standard} />
      <ServiceTime standard={standard} />
      <Rest told={told} onService={onService} />
    </>
  )
}

function Result({ service, facts, standard }: Pick<Told, 'service' | 'standard'> & { readonly facts: FiledFacts }) {
  const { t } = useTranslation('catalogue')
  const now = productsFor(service, facts)
  // Before anything is said: all that may come of it.
  const products = now.length > 0 ? now : service.products
  const card = products.some(({ kind }) => kind === 'ktp-el' || kind === 'kia')
  return (
    <>
      <h3>{t('result')}</h3>
      {products.length === 0 ? (
        <p>{t('noResult')}</p>
      ) : (
        <ul>
          {products.map(({ label }) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
      {(card || standard.fulfilledBy === 'ready-for-collection') && <p>{t('atKelurahan')}</p>}
      {products.some(({ kind }) => kind === 'pdf') && <p>{t('selfPrint')}</p>}
    </>
  )
}

function Rest({
  told: { service, together },
  onService,
}: { readonly told: Told } & Pick<ServiceDetailProps, 'onService'>) {
  const { t } = useTranslation('catalogue')
  const { whoMayApply, channels, notes } = service
  return (
    <>
      <h3>{t('who')}</h3>
      <p>{whoMayApply.map(({ label }) => label).join(', ')}</p>
      <h3>{t('where')}</h3>
      <p>{channels.map((channel) => t(`channel.${channel}`)).join(', ')}</p>
      {together.length > 0 && <h3>{t('together')}</h3>}
      <ul>
        {together.map(({ code, name, words }) => (
          <li key={code}>
            <KeyButton look="ghost" size="small" onClick={() => onService(code)}>
              {name}
            </KeyButton>{' '}
            <small>{words}</small>
          </li>
        ))}
      </ul>
      {notes.length > 0 && <h3>{t('notes')}</h3>}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </>
  )
}
