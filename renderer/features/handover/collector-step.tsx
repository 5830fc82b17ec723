import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { Keys } from '../../ui/key-button.tsx'
import { CollectorPerson } from './collector-person.tsx'
import { DoubtBlock } from './doubt-block.tsx'
import { type Missing, withCollector } from './draft.ts'
import { PaperChecks } from './paper-checks.tsx'
import { Step } from './step.tsx'
import type { StepProps } from './step-props.ts'

const here: readonly Missing[] = ['person', 'nik', 'letter', 'papers', 'oldCard', 'police', 'identity', 'doubt']

interface CollectorStepProps extends StepProps {
  /** Chosen by its key: the focus goes on to what is missing now. */
  readonly onKeyed: () => void
}

/** Step 2: who collects the card, by the city's rule table, and the papers that were seen. */
export function CollectorStep(props: CollectorStepProps) {
  const { t } = useTranslation(['handover', 'common'])
  const { draft, missing } = props
  const open = missing.some((what) => here.includes(what))
  const state = open ? (missing.includes('pin') ? 'later' : 'now') : 'done'
  return (
    <Step
      number={2}
      state={state}
      title={t('collector.title')}
      hint={
        <>
          {t('collector.hint')} <Keys>{t('common:key.space')}</Keys>
        </>
      }
    >
      <Kinds {...props} />
      {draft.collector !== 'self' && <CollectorPerson {...props} />}
      <DoubtBlock doubts={props.doubts} draft={draft} onChange={props.onChange} />
      <PaperChecks {...props} />
    </Step>
  )
}

function Kinds({ draft, detail, onChange, onKeyed }: CollectorStepProps) {
  const { t } = useTranslation('handover')
  const choose = (at: number) => {
    const kind = detail.collectors[at]
    if (!kind) return
    onChange(withCollector(draft, kind))
    onKeyed()
  }
  useShortcuts(Object.fromEntries(detail.collectors.map((_, at) => [`Control+Digit${at + 1}`, () => choose(at)])))
  return (
    <ChoiceRow
      name="collector"
      label={t('collector.groupLabel')}
      value={draft.collector}
      options={detail.collectors.map((kind, at) => ({
        value: kind,
        label: t(`collector.kind.${kind}`),
        hint: `Ctrl+${at + 1}`,
      }))}
      onChange={(kind) => onChange(withCollector(draft, kind))}
    />
  )
}
