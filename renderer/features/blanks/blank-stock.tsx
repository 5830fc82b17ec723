import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import css from './blanks.module.css'

/** What is left of each kind, in pieces. */
export function BlankStock({ stock }: { readonly stock: OutputOf<'blanks.book'>['stock'] }) {
  const { t } = useTranslation(['blanks', 'common'])
  const format = useFormat()
  return (
    <section className={`${panel.panel} ${css.stock}`} aria-label={t('stock')}>
      {(['ktp-el', 'kia'] as const).map((kind) => (
        <div key={kind}>
          <span>{t(`common:cardKind.${kind}`)}</span>
          <b className="num">{format.number(stock[kind])}</b>
          <small>{t('stock')}</small>
        </div>
      ))}
    </section>
  )
}
