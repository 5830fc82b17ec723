import { CircleCheck, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import type { Filed } from './filed.ts'
import css from './filed-page.module.css'

/** It is filed: the number of each e-Kitir, large, and on to the next citizen. Nothing filed: it was sent again under the number it has. */
export function FiledPage({ filed: { filed, visit } }: { readonly filed: Filed }) {
  const { t } = useTranslation('intake')
  const { go, showEkitir } = useNavigation()
  const next = () => go(visit ? { name: 'trips', ...visit } : { name: 'intake' })
  const [first] = filed
  const see = () => go({ name: 'applications', ...(first && { id: first.applicationId }) })
  const slip = (kitirId: string) => showEkitir({ kind: 'slip', kitirId })
  const firstSlip = () => first && slip(first.kitirId)
  useShortcuts({ 'Control+Enter': next, 'Alt+KeyL': see, ...(first && { 'Control+p': firstSlip }) })
  return (
    <Page
      title={t(first ? 'filed.title' : 'filed.again')}
      bar={
        <ActionBar reason={t('filed.kept')}>
          <KeyButton size="big" hint="Alt+L" onClick={see}>
            {t('filed.see')}
          </KeyButton>
          <KeyButton look="primary" size="big" hint="Ctrl+Enter" autoFocus onClick={next}>
            {t(visit ? 'filed.backToQueue' : 'filed.next')}
          </KeyButton>
        </ActionBar>
      }
    >
      <div className={`${panel.panel} ${css.filed}`}>
        <CircleCheck aria-hidden="true" />
        <ul>
          {filed.map(({ applicationId, kitirId, kitirNumber, serviceName }, at) => (
            <li key={applicationId}>
              <span>{serviceName}</span>
              <b className="num">{kitirNumber}</b>{' '}
              <KeyButton
                size="small"
                icon={<Printer aria-hidden="true" />}
                {...(at === 0 && { hint: 'Ctrl+P' })}
                onClick={() => slip(kitirId)}
              >
                {t('filed.slip')}
              </KeyButton>
            </li>
          ))}
        </ul>
        <p>{t(first ? 'filed.text' : 'filed.againText')}</p>
      </div>
    </Page>
  )
}
