import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Awaited } from './awaited.tsx'
import { CaseDialog } from './case-dialog.tsx'
import css from './city.module.css'
import { MoreRows } from './more-rows.tsx'
import { PickList } from './pick-list.tsx'
import type { Said } from './said.tsx'
import { useCityPages } from './use-city-pages.ts'

interface PartProps {
  /** null: of the whole city. */
  readonly scope: string | null
  readonly onSaid: (said: Said | null) => void
}

/** Open cases, oldest first; Enter opens the file. */
export function CasesPart({ scope, onSaid }: PartProps) {
  const answer = useCityPages('city.cases', { scope, state: 'open' })
  const cases = answer.pages.flatMap((page) => page.cases)
  const [opened, open] = useState<string | null>(null)
  const done = (said: Said) => {
    open(null)
    onSaid(said)
  }
  return (
    <div className={css.column}>
      {answer.isSuccess ? (
        <>
          <Cases cases={cases} onOpen={open} focus={opened === null} />
          <MoreRows shown={cases.length} total={answer.total} onMore={answer.more} />
        </>
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
      {opened && <CaseDialog caseId={opened} onClose={() => open(null)} onDone={done} />}
    </div>
  )
}

interface CasesProps {
  readonly cases: OutputOf<'city.cases'>['cases']
  readonly onOpen: (caseId: string) => void
  readonly focus: boolean
}

function Cases({ cases, onOpen, focus }: CasesProps) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const [chosen, choose] = useState<string | null>(null)
  if (cases.length === 0) return <EmptyState mood="good" title={t('cases.none')} text={t('cases.noneText')} />
  return (
    <PickList
      label={t('cases.list')}
      rows={cases}
      keyOf={({ caseId }) => caseId}
      columns="240px minmax(160px, 1fr) 160px 160px 150px"
      head={[t('column.level'), t('cards.owner'), t('cards.kitir'), t('column.unit'), t('cases.since')]}
      cells={(file) => [
        <StatusTag key="kind" tone={file.kind === 'double-hand-over' ? 'clash' : 'warn'} plain>
          {t(`cases.kind.${file.kind}`)}
        </StatusTag>,
        <b key="owner">{file.ownerName ?? t('cases.someone')}</b>,
        file.kitirNumber ?? '–',
        file.unitName,
        format.when(file.openedAt),
      ]}
      chosen={chosen}
      onChoose={choose}
      onOpen={({ caseId }) => onOpen(caseId)}
      focus={focus}
    />
  )
}
