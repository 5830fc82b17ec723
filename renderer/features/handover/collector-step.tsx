import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Keys } from '../../ui/key-button.tsx'
import tick from '../../ui/tick.module.css'
import { ChoiceRow } from './choice-row.tsx'
import css from './collector-step.module.css'
import { DateField } from './date-field.tsx'
import { type Missing, withCollector } from './draft.ts'
import { PaperChecks } from './paper-checks.tsx'
import { Step } from './step.tsx'
import type { StepProps } from './step-props.ts'
import { Fields, TextField } from './text-field.tsx'

const here: readonly Missing[] = ['person', 'nik', 'letter', 'papers', 'oldCard', 'police', 'identity']

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
      {draft.collector !== 'self' && <Person {...props} />}
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

function Person(props: StepProps) {
  const { t } = useTranslation('handover')
  const { draft, detail, rule, onChange } = props
  const fromHousehold = draft.collector === 'family' || draft.collector === 'guardian'
  const typed = draft.memberId === null
  return (
    <div className={css.person}>
      {fromHousehold && detail.householdKnown && <Members {...props} />}
      {fromHousehold && !detail.householdKnown && <p className={css.note}>{t('collector.kkUnknown')}</p>}
      {typed && (!fromHousehold || !detail.householdKnown || draft.collector === 'guardian') && (
        <Fields>
          <TextField
            id="handover-name"
            wide={draft.collector !== 'proxy'}
            label={t('collector.name')}
            value={draft.name}
            max={200}
            onChange={(name) => onChange({ name })}
          />
          <TextField
            id="handover-nik"
            label={t('collector.nik')}
            value={draft.nik}
            max={16}
            digits
            problem={draft.nik !== '' && draft.nik.length < 16 ? t('collector.nikWrong') : undefined}
            onChange={(nik) => onChange({ nik })}
          />
          {draft.collector !== 'proxy' && (
            <TextField
              id="handover-relation"
              label={t('collector.relation')}
              value={draft.relation}
              max={60}
              onChange={(relation) => onChange({ relation })}
            />
          )}
        </Fields>
      )}
      {rule?.needsProxyLetter && (
        <Fields>
          <TextField
            id="handover-letter"
            label={t('collector.letterNumber')}
            value={draft.letterNumber}
            max={60}
            onChange={(letterNumber) => onChange({ letterNumber })}
          />
          <DateField
            id="handover-letter-date"
            label={t('collector.letterDate')}
            value={draft.letterDate}
            onChange={(letterDate) => onChange({ letterDate })}
          />
        </Fields>
      )}
    </div>
  )
}

function Members({ draft, detail, onChange }: StepProps) {
  const { t } = useTranslation('handover')
  return (
    <div className={css.members} role="radiogroup" aria-label={t('collector.members')} id="handover-members">
      {detail.household.map((member) => (
        <label key={member.memberId} data-on={draft.memberId === member.memberId} data-off={!member.adult}>
          <input
            type="radio"
            className={tick.box}
            name="member"
            checked={draft.memberId === member.memberId}
            disabled={!member.adult}
            onChange={() => onChange({ memberId: member.memberId, name: '', nik: '', relation: '' })}
          />
          <span>
            <b>{member.name}</b>
            <small>
              {t(`collector.relationOf.${member.relation}`)} · {member.nikMasked}
              {!member.adult && ` · ${t('collector.child')}`}
            </small>
          </span>
        </label>
      ))}
      {draft.collector === 'guardian' && (
        <label data-on={draft.memberId === null}>
          <input
            type="radio"
            className={tick.box}
            name="member"
            checked={draft.memberId === null}
            onChange={() => onChange({ memberId: null })}
          />
          <span>
            <b>{t('collector.someoneElse')}</b>
          </span>
        </label>
      )}
    </div>
  )
}
