import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { KeyButton, Keys } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './catalogue.module.css'
import { ServiceDetail } from './service-detail.tsx'
import { ServiceList } from './service-list.tsx'
import { ServiceSearch } from './service-search.tsx'

const listId = 'service-list'
const focusDetail = () => document.getElementById('service-detail')?.focus()

/** Layanan: a service found in the citizen's words, and what it needs under the citizen's circumstances. Works without the centre. */
export function CatalogueScreen({ code }: { readonly code?: string | undefined }) {
  const { t } = useTranslation(['catalogue', 'common'])
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [named, setNamed] = useState(code ?? null)
  const found = useEngineQuery('catalogue.search', { words, limit: 100 }, { keepPrevious: true })
  const slow = useSlow(found.isPending)
  const rows = found.data?.rows ?? []
  const shown = named ?? rows[at]?.code ?? null
  const pick = (index: number) => {
    setNamed(null)
    setAt(Math.max(0, Math.min(rows.length - 1, index)))
  }
  const type = (text: string) => {
    setWords(text)
    pick(0)
  }
  const chosen = named ? rows.findIndex((row) => row.code === named) : at
  return (
    <Page
      fill
      title={t('title')}
      lead={found.data && t('version', { version: found.data.version })}
      actions={
        <span>
          <Keys>↑↓</Keys> {t('keys.choose')} <Keys>Enter</Keys> {t('keys.open')}
        </span>
      }
    >
      <div className={css.split}>
        <div className={css.side}>
          <ServiceSearch
            {...{ words, listId }}
            active={rows[chosen] ? `${listId}-${chosen}` : undefined}
            onWords={type}
            onStep={(step) => pick(chosen + step)}
            onEnter={focusDetail}
          />
          {found.isPending && <SkeletonRows rows={8} shown={slow} />}
          {found.isError && (
            <ErrorState fault={found.error.fault}>
              <KeyButton onClick={() => void found.refetch()}>{t('common:retry')}</KeyButton>
            </ErrorState>
          )}
          {rows.length > 0 && <ServiceList id={listId} rows={rows} at={chosen} onPick={pick} />}
          {found.data && rows.length === 0 && <NoneFound asked={words !== ''} onAll={() => type('')} />}
        </div>
        <section
          className={css.detail}
          id="service-detail"
          tabIndex={-1}
          aria-label={t('title')}
          data-empty={rows.length === 0}
        >
          {shown && rows.length > 0 && <ServiceDetail key={shown} code={shown} onService={setNamed} />}
        </section>
      </div>
    </Page>
  )
}

function NoneFound({ asked, onAll }: { readonly asked: boolean; readonly onAll: () => void }) {
  const { t } = useTranslation('catalogue')
  if (!asked) return <EmptyState title={t('empty')} text={t('emptyText')} />
  return (
    <EmptyState title={t('none')} text={t('noneText')}>
      <KeyButton onClick={onAll}>{t('all')}</KeyButton>
    </EmptyState>
  )
}
