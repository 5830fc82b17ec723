import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { type CityComplaint, ComplaintDialog } from './complaint-dialog.tsx'
import { MoreRows } from './more-rows.tsx'
import { PickList } from './pick-list.tsx'
import type { Said } from './said.tsx'
import { useCityPages } from './use-city-pages.ts'

interface PartProps {
  /** null: of the whole city. */
  readonly scope: string | null
  readonly onSaid: (said: Said | null) => void
}

/** Complaints that nobody answered until they went up a level; Enter opens one to be answered. */
export function ComplaintsPart({ scope, onSaid }: PartProps) {
  const answer = useCityPages('city.complaints', { scope })
  const complaints = answer.pages.flatMap((page) => page.complaints)
  const [opened, open] = useState<string | null>(null)
  const done = (said: Said) => {
    open(null)
    onSaid(said)
  }
  return (
    <div className={css.column}>
      {answer.isSuccess ? (
        <>
          <Complaints complaints={complaints} onOpen={open} focus={opened === null} />
          <MoreRows shown={complaints.length} total={answer.total} onMore={answer.more} />
        </>
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
      {opened && (
        <ComplaintDialog
          complaint={complaints.find(({ complaintId }) => complaintId === opened) ?? null}
          onClose={() => open(null)}
          onDone={done}
        />
      )}
    </div>
  )
}

interface ComplaintsProps {
  readonly complaints: readonly CityComplaint[]
  readonly onOpen: (complaintId: string) => void
  readonly focus: boolean
}

function Complaints({ complaints, onOpen, focus }: ComplaintsProps) {
  const { t } = useTranslation(['city', 'complaints'])
  const format = useFormat()
  const [chosen, choose] = useState<string | null>(null)
  if (complaints.length === 0)
    return <EmptyState mood="good" title={t('complaints.none')} text={t('complaints.noneText')} />
  return (
    <PickList
      label={t('complaints.list')}
      rows={complaints}
      keyOf={({ complaintId }) => complaintId}
      columns="minmax(190px, 1fr) minmax(150px, 1fr) 110px 160px 220px 130px"
      head={[
        t('complaints.level'),
        t('complaints.who'),
        t('complaints.subject'),
        t('column.unit'),
        t('complaints.number'),
        t('complaints.due'),
      ]}
      cells={(one) => [
        <StatusTag key="level" tone={one.reached.level > 1 ? 'bad' : 'warn'} plain>
          {t('complaints.reached', { level: one.reached.level, to: one.reached.to })}
        </StatusTag>,
        <b key="who">{one.complainantName}</b>,
        t(`complaints:subject.${one.subject}`),
        one.unitName,
        one.number,
        format.when(one.dueAt),
      ]}
      chosen={chosen}
      onChoose={choose}
      onOpen={({ complaintId }) => onOpen(complaintId)}
      focus={focus}
    />
  )
}
