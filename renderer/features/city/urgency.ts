import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Tone } from '../../ui/status-tag.tsx'

export type UnitFigures = OutputOf<'city.units'>['units'][number]
/** Where somebody is: nothing of it changes. */
export type UnitPlace = Pick<UnitFigures, 'scope' | 'name' | 'kecamatan'>
export type Level = 'late' | 'case' | 'claim' | 'silent' | 'today' | 'absent' | 'calm'

/** Longer than a night: a desk that works is heard of every few minutes. */
const silentMs = 26 * 3_600_000

export const placeOf = ({ scope, name, kecamatan }: UnitPlace): UnitPlace => ({ scope, name, kecamatan })

export const toneOf: Readonly<Record<Level, Tone>> = {
  late: 'bad',
  case: 'clash',
  claim: 'warn',
  silent: 'off',
  today: 'warn',
  absent: 'wait',
  calm: 'ok',
}

const order: readonly Level[] = ['late', 'case', 'claim', 'silent', 'today', 'absent', 'calm']

/** What most needs somebody in a unit. `at`: when the figures were made. */
export function levelOf(unit: UnitFigures, at: string): Level {
  if (unit.late > 0) return 'late'
  if (unit.cases > 0) return 'case'
  if (unit.claims > 0) return 'claim'
  if (unit.lastContactAt !== null && Date.parse(at) - Date.parse(unit.lastContactAt) > silentMs) return 'silent'
  if (unit.dueSoon > 0) return 'today'
  return unit.devices === 0 ? 'absent' : 'calm'
}

/** Most urgent first; of equals, the one with more that is late, and then by name. */
export function byUrgency(units: readonly UnitFigures[], at: string): readonly UnitFigures[] {
  const rank = (unit: UnitFigures) => order.indexOf(levelOf(unit, at))
  const weight = (unit: UnitFigures) => unit.late + unit.cases + unit.claims + unit.dueSoon
  return [...units].sort((a, b) => rank(a) - rank(b) || weight(b) - weight(a) || a.name.localeCompare(b.name))
}

/** Units by kecamatan, as the codes order them. */
export function byKecamatan(units: readonly UnitFigures[]): ReadonlyMap<string, readonly UnitFigures[]> {
  const groups = new Map<string, UnitFigures[]>()
  for (const unit of units) groups.set(unit.kecamatan, [...(groups.get(unit.kecamatan) ?? []), unit])
  return groups
}
