import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '../../app/format.ts'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { HeatMap } from './heat-map.tsx'
import { PickList } from './pick-list.tsx'
import { byUrgency, levelOf, toneOf, type UnitFigures } from './urgency.ts'
import { useCity } from './use-city.ts'

const columns = 'minmax(108px, 1fr) 128px 44px 54px 42px 62px 40px 40px 50px 46px 62px'

interface UnitsPartProps {
  /** What a name or kecamatan has in it. */
  readonly filter: string
  readonly onOpen: (unit: UnitFigures) => void
}

/** Every kelurahan: the most urgent first, and the picture of the city beside them. */
export function UnitsPart({ filter, onOpen }: UnitsPartProps) {
  const { t } = useTranslation('city')
  const answer = useCity('city.units', {})
  const [chosen, choose] = useState<string | null>(null)
  const { at = '', units = [] } = answer.data ?? {}
  const shown = useMemo(() => byUrgency(units.filter(fits(filter)), at), [units, filter, at])
  if (!answer.isSuccess) return <Awaited answer={answer} rows={10} />
  return (
    <div className={css.view}>
      {shown.length === 0 ? (
        <EmptyState title={t('units.none')} text={t('units.noneText')} />
      ) : (
        <UnitList units={shown} at={at} chosen={chosen} onChoose={choose} onOpen={onOpen} />
      )}
      <HeatMap units={units} at={at} chosen={chosen ?? shown[0]?.scope ?? null} onChoose={choose} onOpen={onOpen} />
    </div>
  )
}

const fits =
  (filter: string) =>
  ({ name, kecamatan }: UnitFigures) =>
    `${name} ${kecamatan}`.toLowerCase().includes(filter.trim().toLowerCase())

interface UnitListProps {
  readonly units: readonly UnitFigures[]
  readonly at: string
  readonly chosen: string | null
  readonly onChoose: (scope: string) => void
  readonly onOpen: (unit: UnitFigures) => void
}

function UnitList({ units, at, chosen, onChoose, onOpen }: UnitListProps) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const head = (
    [
      'unit',
      'level',
      'late',
      'dueSoon',
      'cases',
      'complaints',
      'claims',
      'ready',
      'over',
      'inQueue',
      'contact',
    ] as const
  ).map((name) => t(`column.${name}`))
  return (
    <PickList
      label={t('units.list')}
      rows={units}
      keyOf={({ scope }) => scope}
      columns={columns}
      narrow="minmax(0, 1fr) 128px 44px"
      head={head}
      cells={(unit) => [
        <UnitName key="name" unit={unit} />,
        <LevelTag key="level" unit={unit} at={at} />,
        ...numbersOf(unit, format),
      ]}
      chosen={chosen}
      onChoose={onChoose}
      onOpen={onOpen}
      focus
    />
  )
}

const UnitName = ({ unit }: { readonly unit: UnitFigures }) => (
  <>
    <span className={css.name}>{unit.name}</span> <span className={css.under}>{unit.kecamatan}</span>
  </>
)

function LevelTag({ unit, at }: { readonly unit: UnitFigures; readonly at: string }) {
  const { t } = useTranslation('city')
  const level = levelOf(unit, at)
  return (
    <StatusTag tone={toneOf[level]} plain={toneOf[level] !== 'off'}>
      {t(`level.${level}`)}
    </StatusTag>
  )
}

function numbersOf(unit: UnitFigures, format: Format) {
  const { late, dueSoon, cases, complaints, claims, ready, over30, over90, inQueue, lastContactAt } = unit
  const plain = { dueSoon, cases, complaints, claims, ready }
  return [
    <Count key="late" of={late} bad />,
    ...Object.entries(plain).map(([name, of]) => <Count key={name} of={of} />),
    <span key="over" className={css.number} data-zero={over30 + over90 === 0}>
      {over30} / {over90}
    </span>,
    <Count key="inQueue" of={inQueue} />,
    <span key="contact" className={css.weak}>
      {lastContactAt ? format.age(lastContactAt) : '–'}
    </span>,
  ]
}

const Count = ({ of, bad = false }: { readonly of: number; readonly bad?: boolean }) => (
  <span className={css.number} data-zero={of === 0} data-tone={bad && of > 0 ? 'bad' : undefined}>
    {of}
  </span>
)
