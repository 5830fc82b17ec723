import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClaimLine } from '#shared/contract/engine/claims.ts'
import { rupiah } from '#shared/domain/money/rupiah.ts'
import { useFormat } from '../../app/format.ts'
import { CentreMark } from '../../ui/status-tag.tsx'
import css from './claim-list.module.css'
import { ClaimStateTag } from './claim-state.tsx'

/** One claim: whose, how much, how far, and what it waits for. The whole row opens it. */
export function ClaimRow({ claim, onOpen }: { readonly claim: ClaimLine; readonly onOpen: () => void }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  return (
    <li>
      <button type="button" className={css.row} onClick={onOpen}>
        <span className={css.who}>
          <b>{claim.applicantName || claim.kitirNumber}</b>
          <span className="num">{claim.kitirNumber}</span>
        </span>
        <span className={css.amount}>{claim.amount > 0 && claim.state !== 'rejected' ? rupiah(claim.amount) : ''}</span>
        <span className={css.state}>
          <ClaimStateTag claim={claim} plain />
        </span>
        <span className={css.when}>
          <span>{format.when(claim.at)}</span>
          {claim.centre !== 'recorded' && <CentreMark centre={claim.centre} />}
        </span>
        <span className={css.next}>
          {claim.case ? t('case') : t(`waitsFor.${claim.state}`)} <ChevronRight aria-hidden="true" />
        </span>
      </button>
    </li>
  )
}
