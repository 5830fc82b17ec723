import { useTranslation } from 'react-i18next'
import { isCollected } from '#shared/domain/catalogue/asked-now.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import panel from '../../ui/panel.module.css'
import { SelectField } from '../../ui/text-field.tsx'
import css from './field.module.css'
import { useIntakeForm } from './form.ts'

/** Where a card will be collected: here, unless the citizen wants it elsewhere. Enter does not lead to it, since it is answered. */
export function CollectionPart() {
  const { t } = useTranslation('intake')
  const { service, facts, begun, change } = useIntakeForm()
  const known = useEngineQuery('region.units', {}).data
  if (!known || !isCollected(service, facts)) return null
  return (
    <section className={`${panel.panel} ${css.section}`} aria-label={t('collect.title')}>
      <h2>{t('collect.title')}</h2>
      <div className={css.grid} data-wide="true">
        <SelectField
          id="intake-collect"
          label={t('collect.unit')}
          value={begun.collectionUnit ?? known.here ?? ''}
          onChange={(unit) => change((one) => ({ ...one, collectionUnit: unit === known.here ? null : unit }))}
          options={known.units.map(({ scope, title, kind, kecamatan }) => ({
            value: scope,
            label: kind === 'dinas' ? title : `${title}, Kec. ${kecamatan}`,
          }))}
        />
      </div>
    </section>
  )
}
