import { CircleCheck, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '#shared/contract/errors.ts'
import { useEngineState } from '../../app/engine-hooks.ts'
import { FaultLine } from '../../ui/states.tsx'
import type { CardDetail, Draft, Missing } from './draft.ts'
import css from './reason.module.css'

interface ReasonProps {
  readonly missing: readonly Missing[]
  readonly fault: Fault | null
  readonly detail: CardDetail
  readonly draft: Draft
  readonly online: boolean
}

/** Why the primary action may, or may not yet, be pressed. */
export function Reason({ missing, fault, detail, draft, online }: ReasonProps) {
  const { t } = useTranslation('handover')
  const engine = useEngineState()
  const [first, ...others] = missing
  if (engine.kind === 'lost') return <Said tone="wait" title={t('bar.waiting')} text={t('bar.waitingNext')} />
  if (fault) return <FaultLine fault={fault} />
  if (first) {
    const title =
      others.length === 0
        ? t('bar.left', { what: t(`missing.${first}`) })
        : t('bar.leftMore', { count: missing.length })
    const next =
      others.length > 0 ? t('bar.first', { what: t(`missing.${first}`) }) : online ? t('bar.online') : t('bar.offline')
    return <Said tone="wait" title={title} text={next} />
  }
  const { place } = detail.card
  const values = {
    collector: t(`to.${draft.collector}`),
    number: detail.nextReceiptNumber.split('/')[0] ?? detail.nextReceiptNumber,
    place: place ? `${place.rack}-${place.box}-${place.number}` : '',
  }
  return <Said tone="ok" title={t('bar.ready')} text={t(place ? 'bar.readyNext' : 'bar.readyNextNoPlace', values)} />
}

function Said({ tone, title, text }: { readonly tone: 'ok' | 'wait'; readonly title: string; readonly text: string }) {
  const Icon = tone === 'ok' ? CircleCheck : PenLine
  return (
    <div className={css.said} data-tone={tone}>
      <Icon aria-hidden="true" />
      <div>
        <b>{title}</b>
        <span>{text}</span>
      </div>
    </div>
  )
}
