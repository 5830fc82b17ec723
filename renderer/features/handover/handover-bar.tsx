import { Printer } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar } from '../../ui/page.tsx'
import type { CardDetail } from './draft.ts'
import { Reason } from './reason.tsx'
import type { Work } from './use-handover-work.ts'

interface HandoverBarProps {
  readonly ref: Ref<HTMLButtonElement>
  readonly work: Work
  readonly detail: CardDetail
  readonly online: boolean
}

/** The bar that never moves: may it be recorded, and the button that does. */
export function HandoverBar({ ref, work, detail, online }: HandoverBarProps) {
  const { t } = useTranslation('handover')
  const { back } = useNavigation()
  const { missing, fault, draft, pending, press } = work
  return (
    <ActionBar reason={<Reason {...{ missing, fault, detail, draft, online }} />}>
      <KeyButton size="tall" hint="Esc" onClick={back}>
        {t('bar.postpone')}
      </KeyButton>
      <KeyButton
        ref={ref}
        id="handover-confirm"
        look="primary"
        size="big"
        hint="Enter"
        icon={<Printer />}
        aria-disabled={missing.length > 0 || pending}
        onClick={press}
      >
        {pending ? t('bar.saving') : t('bar.confirm')}
      </KeyButton>
    </ActionBar>
  )
}
