import type { UseQueryResult } from '@tanstack/react-query'
import { Fragment, type ReactNode, useState } from 'react'
import type { EngineFault } from '../../app/engine-client.ts'
import { useSlow } from '../../app/engine-hooks.ts'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'

interface WithKeptProps<K> {
  readonly title: string
  readonly found: UseQueryResult<{ readonly saved: K | null }, EngineFault>
  /** The form with what was kept, null: nothing; `onAfresh`: that is not wanted. */
  readonly children: (kept: K | null, onAfresh: () => void) => ReactNode
}

/** A form that begins with what was typed before and not saved. */
export function WithKept<K>({ title, found, children }: WithKeptProps<K>) {
  // Read once: from here on what is typed is what stands.
  const [kept, setKept] = useState<K | null | undefined>(undefined)
  const [afresh, setAfresh] = useState(0)
  const slow = useSlow(found.isPending)
  if (kept === undefined && found.data && !found.isFetching) setKept(found.data.saved)
  const onAfresh = () => {
    setKept(null)
    setAfresh(afresh + 1)
  }
  if (kept !== undefined) return <Fragment key={afresh}>{children(kept, onAfresh)}</Fragment>
  return (
    <Page title={title}>
      {found.isError ? <ErrorState fault={found.error.fault} /> : <SkeletonRows rows={6} shown={slow} />}
    </Page>
  )
}
