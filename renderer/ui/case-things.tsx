import { useTranslation } from 'react-i18next'
import type { CaseShown } from '#shared/contract/engine/cases.ts'
import { useFormat } from '../app/format.ts'
import css from './case-facts.module.css'
import { StatusTag } from './status-tag.tsx'

/** What a case is about besides cards and counts: berita acara about old cards, lines of the book of blanks. */
export function CaseThings({ file }: { readonly file: Pick<CaseShown, 'oldCards' | 'blanks'> }) {
  return (
    <>
      {file.oldCards.map((one) => (
        <OldCardAct key={`${one.actId} ${one.oldCardId}`} one={one} />
      ))}
      {file.blanks.map((one) => (
        <BlankLine key={one.entryId} one={one} />
      ))}
    </>
  )
}

function OldCardAct({ one }: { readonly one: CaseShown['oldCards'][number] }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const rows: readonly (readonly [string, string])[] = [
    [t('movement.what'), t(`oldCard.kind.${one.kind}`)],
    [t('movement.when'), format.dateTime(one.at)],
    [t('movement.by'), `${one.staffName} (${one.staffCode})`],
    [t('oldCard.receipt'), one.receiptNumber],
    [t('oldCard.place'), one.place],
    ...(one.method ? [[t('oldCard.method'), one.method] as const] : []),
    [t('oldCard.witnesses'), one.witnesses.join(', ')],
    ...(one.receiver ? [[t('oldCard.receiver'), one.receiver] as const] : []),
  ]
  return (
    <Facts title={t('oldCard.title', { number: one.number })} device={one.deviceCode} rows={rows}>
      <StatusTag tone={one.stands ? 'ok' : 'clash'} plain>
        {t(one.stands ? 'oldCard.stands' : 'oldCard.clashes')}
      </StatusTag>
    </Facts>
  )
}

function BlankLine({ one }: { readonly one: CaseShown['blanks'][number] }) {
  const { t } = useTranslation(['cases', 'blanks', 'common'])
  const format = useFormat()
  const what = `${t(`blanks:kind.${one.kind}`)} ${t(`common:cardKind.${one.cardKind}`)}`
  const rows: readonly (readonly [string, string])[] = [
    [t('movement.what'), `${what}: ${t('blanks:pieces', { count: one.quantity })}`],
    [t('movement.when'), format.dateTime(one.at)],
    [t('movement.by'), `${one.staffName} (${one.staffCode})`],
    ...(one.number ? [[t('movement.number'), one.number] as const] : []),
    ...(one.reason ? [[t('movement.reason'), one.reason] as const] : []),
  ]
  return (
    <Facts title={t('blankTitle')} device={one.deviceCode} rows={rows}>
      <StatusTag tone="warn" plain>
        {t('flag.not-permitted')}
      </StatusTag>
    </Facts>
  )
}

interface FactsProps {
  readonly title: string
  readonly device: string
  readonly rows: readonly (readonly [string, string])[]
  readonly children: React.ReactNode
}

function Facts({ title, device, rows, children }: FactsProps) {
  const { t } = useTranslation('cases')
  return (
    <section className={css.line} aria-label={title}>
      <h2>
        {title} <small>{t('receipt.device', { device })}</small>
      </h2>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  )
}
