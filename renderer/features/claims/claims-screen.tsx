import { useState } from 'react'
import type { Screen } from '../../app/navigation.tsx'
import { ClaimDetail } from './claim-detail.tsx'
import { ClaimList } from './claim-list.tsx'
import { ClaimRegister } from './claim-register.tsx'
import { NewClaim } from './new-claim.tsx'

interface ClaimsScreenProps {
  /** Opened from an application that is late, or from a complaint about it: a claim is worked out, or the one that it has is shown. */
  readonly of: Screen & { readonly name: 'claims' }
}

type Shown =
  | { readonly name: 'list' | 'register' }
  | { readonly name: 'new'; readonly of: string | null }
  | { readonly name: 'claim'; readonly claimId: string }

/** Kompensasi: claims by state, one claim from its sum to its kuitansi, and the register for audit. */
export function ClaimsScreen({ of: { applicationId, complaintId, claimId, register, state } }: ClaimsScreenProps) {
  const [shown, setShown] = useState<Shown>(
    claimId
      ? { name: 'claim', claimId }
      : applicationId
        ? { name: 'new', of: applicationId }
        : { name: register ? 'register' : 'list' },
  )
  const toList = () => setShown({ name: 'list' })
  const open = (id: string) => setShown({ name: 'claim', claimId: id })
  switch (shown.name) {
    case 'claim':
      return (
        <ClaimDetail
          key={shown.claimId}
          claimId={shown.claimId}
          onBack={toList}
          onTakeAgain={(of) => setShown({ name: 'new', of })}
        />
      )
    case 'new':
      return <NewClaim of={shown.of} complaintId={complaintId ?? null} onOpen={open} onBack={toList} />
    case 'register':
      return <ClaimRegister onBack={toList} />
    default:
      return (
        <ClaimList
          first={state ?? 'open'}
          onOpen={open}
          onNew={() => setShown({ name: 'new', of: null })}
          onRegister={() => setShown({ name: 'register' })}
        />
      )
  }
}
