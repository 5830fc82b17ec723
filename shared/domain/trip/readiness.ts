/** Siap berangkat: what is looked at the evening before. */
export const checkKinds = [
  'battery',
  'disk',
  'data',
  'unsent',
  'sign-in',
  'pin',
  'printer',
  'camera',
  'plan',
  'cards',
] as const
export type CheckKind = (typeof checkKinds)[number]

/** One line of the check. `unknown`: this computer cannot tell. */
export interface Check {
  readonly kind: CheckKind
  readonly state: 'ok' | 'bad' | 'unknown'
  /** What was found: percent, bytes, hours, items, days; null where there is no number. */
  readonly value: number | null
}

/** What is known of a laptop. null: it cannot be told. */
export interface Equipment {
  readonly batteryPercent: number | null
  readonly charging: boolean | null
  readonly freeDiskBytes: number | null
  /** Hours since everything of its units came; null: not everything has come yet. */
  readonly dataAgeHours: number | null
  readonly unsent: number
  readonly signInDaysLeft: number | null
  readonly hasPin: boolean
  readonly printer: 'ready' | 'not-set' | 'trouble' | 'unknown'
  readonly camera: 'ready' | 'none' | 'denied' | 'unknown'
  /** Places and targets of the plan. */
  readonly places: number
  readonly cardsOut: number
}

/** A day's work on battery, a day's scans and signatures, data of this afternoon, two days' sign-in to spare. */
const least = { batteryPercent: 80, freeDiskBytes: 2_000_000_000, dataAgeHours: 12, signInDays: 2 }

const judged = (kind: CheckKind, good: boolean | null, value: number | null): Check => ({
  kind,
  state: good === null ? 'unknown' : good ? 'ok' : 'bad',
  value,
})

const atLeast = (value: number | null, limit: number): boolean | null => (value === null ? null : value >= limit)

const worksAs = (state: Equipment['printer'] | Equipment['camera']): boolean | null =>
  state === 'unknown' ? null : state === 'ready'

/** Every line, in the order in which it is looked at. Nothing here keeps anybody from going out. */
export function checkEquipment(of: Equipment): readonly Check[] {
  const { batteryPercent, signInDaysLeft, dataAgeHours, unsent, places, cardsOut } = of
  return [
    judged('plan', places > 0, places),
    judged('data', dataAgeHours !== null && dataAgeHours <= least.dataAgeHours, dataAgeHours),
    judged('unsent', unsent === 0, unsent),
    judged('battery', atLeast(batteryPercent, least.batteryPercent), batteryPercent),
    judged('disk', atLeast(of.freeDiskBytes, least.freeDiskBytes), of.freeDiskBytes),
    judged('printer', worksAs(of.printer), null),
    judged('camera', worksAs(of.camera), null),
    judged('sign-in', (signInDaysLeft ?? 0) >= least.signInDays, signInDaysLeft),
    judged('pin', of.hasPin, null),
    // A trip without cards is a trip, too.
    judged('cards', true, cardsOut),
  ]
}
