import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { DiscardDialog } from '../../ui/discard-draft.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import type { Drafting } from './use-draft.ts'

interface LeftCatalogueProps {
  readonly drafting: Drafting
  readonly code: string
}

/** The catalogue has this service no more: what was typed stays, and the clerk says what becomes of it. */
export function LeftCatalogue({ drafting, code }: LeftCatalogueProps) {
  const { t } = useTranslation('intake')
  const { go } = useNavigation()
  const { draft, change, keep, end } = drafting
  const [discarding, setDiscarding] = useState<string | null>(null)
  const others = draft.services.filter(({ service }) => service !== code)
  const without = () => change((one) => ({ ...one, services: others, at: { service: 0, step: 'fill' } }))
  return (
    <Page title={t('title')}>
      <div className={panel.panel}>
        <EmptyState title={t('left.title', { code })} text={t('left.text')}>
          {others.length > 0 ? (
            <KeyButton look="primary" autoFocus onClick={without}>
              {t('left.without')}
            </KeyButton>
          ) : (
            <KeyButton look="primary" autoFocus onClick={() => go({ name: 'intake' })}>
              {t('left.choose')}
            </KeyButton>
          )}
          <KeyButton onClick={() => void keep().then(setDiscarding)}>{t('discard.open')}</KeyButton>
        </EmptyState>
      </div>
      <DiscardDialog
        draftId={discarding}
        onClose={() => setDiscarding(null)}
        onDone={() => {
          end()
          go({ name: 'intake' })
        }}
      />
    </Page>
  )
}
