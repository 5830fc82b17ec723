import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { Columns } from '../../ui/columns.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { BlankBook } from './blank-book.tsx'
import { BlankForm } from './blank-form.tsx'
import { BlankStock } from './blank-stock.tsx'

const pageSize = 50
const most = 200

/** Blangko: what is left of the blanks at Siola, one line for whatever happens to them, and the book. */
export function BlanksScreen() {
  const { t } = useTranslation(['blanks', 'common'])
  const [limit, setLimit] = useState(pageSize)
  const book = useEngineQuery('blanks.book', { offset: 0, limit }, { keepPrevious: true })
  const slow = useSlow(book.isPending)
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t('lead')} · <DataAsOf />
        </>
      }
    >
      {book.isError ? (
        <ErrorState fault={book.error.fault}>
          <KeyButton onClick={() => void book.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      ) : book.data ? (
        <Columns
          sideWidth={400}
          side={
            <>
              <BlankStock stock={book.data.stock} />
              <BlankForm stock={book.data.stock} />
            </>
          }
        >
          <BlankBook book={book.data} onMore={limit < most ? () => setLimit(limit + pageSize) : null} />
        </Columns>
      ) : (
        <SkeletonRows rows={6} shown={slow} />
      )}
    </Page>
  )
}
