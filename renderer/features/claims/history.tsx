import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import css from './claim-detail.module.css'

/** Everything that was done with the claim, newest first. */
export function History({ claim }: { readonly claim: ClaimView }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  return (
    <section>
      <div className={panel.head}>
        <h2>
          {t('history')} <span className={panel.count}>{claim.history.length}</span>
        </h2>
      </div>
      <ol className={`${panel.panel} ${css.history}`}>
        {claim.history.toReversed().map((one) => (
          <li key={one.id}>
            <span>
              <b>{t(`happened.${one.kind}`)}</b>
              {[`${one.name} (${one.code})`, one.note].filter((text) => text !== '').join(' · ')}
            </span>
            <time dateTime={one.at}>{format.when(one.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
