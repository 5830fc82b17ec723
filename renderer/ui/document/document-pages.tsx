import { type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallName } from '#shared/contract/engine/calls.ts'
import type { EngineFault } from '../../app/engine-client.ts'
import { useSlow } from '../../app/engine-hooks.ts'
import { KeyButton } from '../key-button.tsx'
import paper from '../paper-dialog.module.css'
import { ErrorState, SkeletonRows } from '../states.tsx'

interface DocumentPagesProps {
  readonly asked: UseQueryResult<{ readonly pages: readonly string[] }, EngineFault>
  /** What was asked, to be forgotten when nobody looks any more: pictures of papers with names on them are not kept longer. */
  readonly of: CallName
  /** The keys that scroll it work at once. */
  readonly focused?: boolean
}

/** A document page by page, as it is on paper. */
export function DocumentPages({ asked, of, focused = false }: DocumentPagesProps) {
  const { t } = useTranslation(['document', 'common'])
  const slow = useSlow(asked.isPending)
  const queries = useQueryClient()
  useEffect(() => () => queries.removeQueries({ queryKey: [of] }), [queries, of])
  const shown = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focused) shown.current?.focus()
  }, [focused])
  if (asked.isError)
    return (
      <div className={paper.pages}>
        <ErrorState fault={asked.error.fault}>
          <KeyButton autoFocus={focused} onClick={() => void asked.refetch()}>
            {t('common:retry')}
          </KeyButton>
        </ErrorState>
      </div>
    )
  return (
    <section
      ref={shown}
      className={paper.pages}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long document is scrolled by keyboard too
      tabIndex={0}
      {...(focused && { 'data-autofocus': true })}
      aria-label={t('preview')}
      aria-busy={asked.isFetching}
    >
      {asked.data ? (
        asked.data.pages.map((page, at) => (
          <img
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name than their place
            key={at}
            className={paper.page}
            style={{ aspectRatio: 'auto' }}
            src={`data:image/jpeg;base64,${page}`}
            alt={t('page', { number: at + 1 })}
          />
        ))
      ) : (
        <SkeletonRows rows={8} shown={slow} />
      )}
    </section>
  )
}
