import { useTranslation } from 'react-i18next'
import type { CaseMovement } from '#shared/contract/engine/cases.ts'
import { useFormat } from '../app/format.ts'
import css from './case-facts.module.css'
import { StatusTag } from './status-tag.tsx'

/** Lines of the ledger that are part of a case: what was said to have happened, and why a person must look. */
export function Movements({ movements }: { readonly movements: readonly CaseMovement[] }) {
  return movements.map((one, at) => <Line key={one.movementId} one={one} at={at} />)
}

function Line({ one, at }: { readonly one: CaseMovement; readonly at: number }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const why = one.flags.map((flag) => t(`flag.${flag}`))
  const rows: readonly (readonly [string, string])[] = [
    [t('movement.what'), t(`movement.kind.${one.kind}`)],
    [t('movement.state'), useStateWords(one)],
    [t('movement.when'), format.dateTime(one.at)],
    [t('movement.by'), `${one.staffName} (${one.staffCode})`],
    ...(one.number ? [[t('movement.number'), one.number] as const] : []),
    ...(one.reason ? [[t('movement.reason'), one.reason] as const] : []),
  ]
  return (
    <section className={css.line} aria-label={t('movement.title', { number: at + 1 })}>
      <h2>
        {t('movement.title', { number: at + 1 })} <small>{t('receipt.device', { device: one.deviceCode })}</small>
      </h2>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {why.length > 0 && (
          <div>
            <dt>{t('movement.why')}</dt>
            <dd>
              <StatusTag tone="warn" plain>
                {why.join(' · ')}
              </StatusTag>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function useStateWords({ from, to }: CaseMovement): string {
  const { t } = useTranslation(['cases', 'common'])
  const name = (state: CaseMovement['from']) => (state ? t(`common:cardState.${state}`) : t('someone'))
  return from === to
    ? t('movement.kept', { state: name(to) })
    : t('movement.change', { from: name(from), to: name(to) })
}
