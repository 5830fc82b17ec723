import { useTranslation } from 'react-i18next'
import type { Fault } from '#shared/contract/errors.ts'
import { DraftList } from '../../ui/draft-list.tsx'
import { Page } from '../../ui/page.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { ServicePicker } from './service-picker.tsx'

interface ServiceChoiceProps {
  /** Somebody in the queue of a trip, in words. */
  readonly forWhom?: string
  readonly fault?: Fault | null
  readonly onChoose: (code: string) => void
}

/** What a new application is for, or a draft that was begun. */
export function ServiceChoice({ forWhom, fault = null, onChoose }: ServiceChoiceProps) {
  const { t } = useTranslation('intake')
  return (
    <Page title={t('title')} lead={forWhom ? t('choose.forWhom', { who: forWhom }) : t('choose.lead')}>
      {fault && <FaultLine fault={fault} />}
      <ServicePicker onChoose={onChoose} below={!forWhom && <DraftList />} />
    </Page>
  )
}
