import type { UseQueryResult } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { AuditLine } from '#shared/contract/engine/audit.ts'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { EngineFault } from '../../app/engine-client.ts'
import { useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './audit.module.css'

interface AuditTableProps {
  readonly list: UseQueryResult<OutputOf<'audit.list'>, EngineFault>
  readonly onMore: (() => void) | null
}

const columns = ['number', 'time', 'kind', 'who', 'subject'] as const

/** Entries of one day, the newest first. */
export function AuditTable({ list, onMore }: AuditTableProps) {
  const { t } = useTranslation(['audit', 'common'])
  const slow = useSlow(list.isPending)
  if (list.isError)
    return (
      <ErrorState fault={list.error.fault}>
        <KeyButton onClick={() => void list.refetch()}>{t('common:retry')}</KeyButton>
      </ErrorState>
    )
  if (!list.data) return <SkeletonRows rows={10} shown={slow} />
  if (list.data.rows.length === 0)
    return (
      <div className={panel.panel}>
        <EmptyState icon={<ScrollText />} title={t('none')} text={t('noneText')} />
      </div>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long day is scrolled by keyboard too
    <section className={`${panel.panel} ${css.scroll}`} tabIndex={0} aria-label={t('table')}>
      <table className={css.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.data.rows.map((line) => (
            <Line key={line.position} line={line} />
          ))}
        </tbody>
      </table>
      {list.data.more && onMore && <KeyButton onClick={onMore}>{t('more')}</KeyButton>}
      {list.data.more && !onMore && <p className={css.rest}>{t('onlyNewest', { count: list.data.rows.length })}</p>}
    </section>
  )
}

function Line({ line }: { readonly line: AuditLine }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  return (
    <tr>
      <td className="num">{line.seq}</td>
      <td className="num">{format.time(line.at)}</td>
      <th scope="row">
        {line.kind ? t(`kinds.${line.kind}`) : line.kindText}
        {line.signed && <small> · {t('signed')}</small>}
      </th>
      <td>{line.staffName ?? t('nobody')}</td>
      <td className={css.subject}>{line.subject}</td>
    </tr>
  )
}
