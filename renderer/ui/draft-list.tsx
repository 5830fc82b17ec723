import { FilePen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../app/engine-hooks.ts'
import { useFormat } from '../app/format.ts'
import { useNavigation } from '../app/navigation.tsx'
import { DiscardDialog } from './discard-draft.tsx'
import css from './draft-list.module.css'
import { KeyButton } from './key-button.tsx'
import panel from './panel.module.css'
import { useServiceNames } from './use-service-names.ts'

/** What this clerk has begun and not filed yet. */
export function DraftList({ focus = false }: { readonly focus?: boolean }) {
  const { t } = useTranslation('intake')
  const { go } = useNavigation()
  const format = useFormat()
  const nameOf = useServiceNames()
  const drafts = useEngineQuery('intake.drafts', {}).data ?? []
  const [discarding, setDiscarding] = useState<string | null>(null)
  if (drafts.length === 0) return null
  return (
    <section className={`${panel.panel} ${css.list}`} aria-label={t('drafts.title')}>
      <h2>{t('drafts.title')}</h2>
      <ul>
        {drafts.map(({ draftId, applicantName, services, savedAt, repairs }, at) => (
          <li key={draftId}>
            <FilePen aria-hidden="true" />
            <div>
              <b>{applicantName || t('drafts.nobody')}</b>
              <small>
                {repairs && `${t('drafts.repair')} · `}
                {services.map(nameOf).join(', ')} · {format.when(savedAt)}
              </small>
            </div>
            <KeyButton size="small" autoFocus={focus && at === 0} onClick={() => go({ name: 'intake', draftId })}>
              {t('drafts.open')}
            </KeyButton>
            <KeyButton
              size="small"
              look="quiet"
              icon={<Trash2 aria-hidden="true" />}
              aria-label={t('drafts.discard', { name: applicantName || t('drafts.nobody') })}
              onClick={() => setDiscarding(draftId)}
            >
              {t('drafts.discardShort')}
            </KeyButton>
          </li>
        ))}
      </ul>
      <DiscardDialog draftId={discarding} onClose={() => setDiscarding(null)} />
    </section>
  )
}
