import { useTranslation } from 'react-i18next'
import { birthDayDoubtful, isNik } from '#shared/domain/nik/check-nik.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './bulk.module.css'
import { type BulkAsked, BulkChecks } from './bulk-checks.tsx'
import type { BulkList } from './use-bulk-list.ts'

interface BulkFormProps {
  readonly bulk: BulkList
  readonly asked: BulkAsked
  readonly signature: string | null
  readonly onSignature: (signature: string | null) => void
}

/** For whom the list is, who is in charge and signs for it, and by what letter. */
export function BulkForm({ bulk, asked, signature, onSignature }: BulkFormProps) {
  const { t } = useTranslation('bulk')
  const { list, change } = bulk
  const { group, inCharge, letter, receivedBy } = list
  const doubt = nikDoubt(inCharge.nik)
  return (
    <section className={css.form} aria-labelledby="bulk-group">
      <h2 id="bulk-group">{t('group')}</h2>
      <ChoiceRow
        name="bulk-kind"
        label={t('group')}
        value={group.kind}
        options={(['school', 'neighbourhood'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => change({ group: { ...group, kind } })}
      />
      <Fields>
        <TextField
          id="bulk-name"
          label={t(`name.${group.kind}`)}
          value={group.name}
          max={120}
          onChange={(name) => change({ group: { ...group, name } })}
        />
        <TextField
          id="bulk-place"
          label={t('place')}
          value={group.place}
          max={200}
          onChange={(place) => change({ group: { ...group, place } })}
        />
        <TextField
          id="bulk-person"
          label={t(`person.${group.kind}`)}
          value={inCharge.name}
          max={200}
          onChange={(name) => change({ inCharge: { ...inCharge, name } })}
        />
        <TextField
          id="bulk-position"
          label={t('position')}
          value={inCharge.position}
          max={60}
          onChange={(position) => change({ inCharge: { ...inCharge, position } })}
        />
        <TextField
          id="bulk-nik"
          wide
          digits
          label={t('nik')}
          value={inCharge.nik}
          max={16}
          problem={doubt && t(doubt)}
          onChange={(nik) => change({ inCharge: { ...inCharge, nik } })}
        />
        <TextField
          id="bulk-letter"
          label={t('letter')}
          value={letter.number}
          max={60}
          onChange={(number) => change({ letter: { ...letter, number } })}
        />
        <DateField
          id="bulk-letter-date"
          label={t('letterDate')}
          value={letter.date}
          onChange={(date) => change({ letter: { ...letter, date } })}
        />
      </Fields>
      <ChoiceRow
        name="bulk-received"
        label={t('receivedBy')}
        value={receivedBy}
        options={(['owners', 'in-charge'] as const).map((value) => ({ value, label: t(`received.${value}`) }))}
        onChange={(value) => change({ receivedBy: value })}
      />
      <BulkChecks list={list} asked={asked} change={change} />
      <SignatureBlock
        id="bulk-signature"
        title={t('signature')}
        signer={inCharge.name}
        signed={signature !== null}
        onChange={onSignature}
        keys={{ onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] }}
      />
    </section>
  )
}

function nikDoubt(nik: string) {
  if (nik === '') return undefined
  if (!isNik(nik)) return 'nikWrong'
  return birthDayDoubtful(nik) ? 'nikDoubtful' : undefined
}
