import { FilePen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { birthDayDoubtful, isNik } from '#shared/domain/nik/check-nik.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import tick from '../../ui/tick.module.css'
import css from './collector-person.module.css'
import type { StepProps } from './step-props.ts'

/** Who it is: chosen from the owner's KK where that is known, or typed; with the letter where the rule asks for one. */
export function CollectorPerson(props: StepProps) {
  const { t } = useTranslation('handover')
  const { draft, detail, rule } = props
  const ofHousehold = draft.collector === 'family' || draft.collector === 'guardian'
  const mayType = !ofHousehold || !detail.householdKnown || draft.collector === 'guardian'
  return (
    <div className={css.person}>
      {ofHousehold && detail.householdKnown && <Members {...props} />}
      {ofHousehold && !detail.householdKnown && <p className={css.note}>{t('collector.kkUnknown')}</p>}
      {draft.memberId === null && mayType && <TypedPerson {...props} />}
      {rule?.needsProxyLetter && <ProxyLetter {...props} />}
    </div>
  )
}

function TypedPerson({ draft, onChange }: StepProps) {
  const { t } = useTranslation('handover')
  const proxy = draft.collector === 'proxy'
  const nikProblem = nikProblemOf(draft.nik)
  return (
    <Fields>
      <TextField
        id="handover-name"
        wide={!proxy}
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
        problem={nikProblem && t(nikProblem)}
        onChange={(nik) => onChange({ nik })}
      />
      {!proxy && (
        <TextField
          id="handover-relation"
          label={t('collector.relation')}
          value={draft.relation}
          max={60}
          onChange={(relation) => onChange({ relation })}
        />
      )}
    </Fields>
  )
}

/** Said beneath the field; a doubtful one may be entered all the same. */
function nikProblemOf(nik: string) {
  if (nik === '') return undefined
  if (!isNik(nik)) return nik.length < 16 ? 'collector.nikWrong' : 'collector.nikNone'
  return birthDayDoubtful(nik) ? 'collector.nikDoubtful' : undefined
}

function ProxyLetter({ draft, detail, onChange }: StepProps) {
  const { t } = useTranslation('handover')
  const { showPaper } = useNavigation()
  const form = () => showPaper({ kind: 'proxy-letter', id: detail.card.cardId })
  useShortcuts({ 'Alt+KeyP': form })
  return (
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
      <KeyButton look="quiet" size="small" hint="Alt+P" icon={<FilePen aria-hidden="true" />} onClick={form}>
        {t('collector.letterForm')}
      </KeyButton>
    </Fields>
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
