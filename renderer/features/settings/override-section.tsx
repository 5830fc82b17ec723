import { PhoneCall } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { KeyButton } from '../../ui/key-button.tsx'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

/** Only for supervisors: the way to the answer of a spoken code for those who do not know its key. */
export function OverrideSection({ onAnswer }: { readonly onAnswer: () => void }) {
  const { t } = useTranslation('override')
  return (
    <Section id="override" title={t('section')}>
      <p className={css.hint}>{t('sectionText')}</p>
      <div className={css.acts}>
        <KeyButton icon={<PhoneCall />} hint="Ctrl+J" onClick={onAnswer}>
          {t('open')}
        </KeyButton>
      </div>
    </Section>
  )
}
