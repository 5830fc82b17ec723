import type { CityAnswer } from '#shared/contract/sync/queries.ts'
import { readableRow } from '#shared/contract/sync/rows.ts'
import { calendarDay } from '#shared/domain/calendar/calendar-day.ts'
import { adultAge, hasTurned } from '#shared/domain/card/age.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { type Centre, instantOf } from '../centre.ts'
import { cityDevice } from '../city/city-devices.ts'
import { notFound } from '../problem.ts'
import { type KindOfPersons, kindsOfPersons, type PersonNamed, personsIn } from './persons-in.ts'
import { type HeldRow, rowsHeld } from './rows-held.ts'

type Contents = CityAnswer<'device-contents'>
type Listed = { name: string; nik: string | null; born: string | null; kinds: Set<KindOfPersons> }

/** Of whom there was data on a device, for the notice within three days. Throws 404. */
export async function deviceContents(centre: Centre, deviceId: string, whole: boolean): Promise<Contents> {
  const row = await centre.db
    .selectFrom('devices')
    .select(['scopes', 'last_seen_at'])
    .where('device_id', '=', deviceId)
    .executeTakeFirst()
  const device = await cityDevice(centre, deviceId)
  if (!row || !device) throw notFound()
  const held = rowsHeld(centre.db, row.scopes.split(' '), row.last_seen_at)
  const found = await gathered(held, device)
  const day = calendarDay(row.last_seen_at ?? instantOf(centre.now()), centre.region.zone)
  const persons = [...found.persons.values()].map(({ name, nik, born, kinds }) => ({
    name,
    nik: nik === null || whole ? nik : maskNik(nik),
    child: born !== null && !hasTurned(born, adultAge, day),
    kinds: [...kinds],
  }))
  const { kinds, signatures, photos } = found
  return {
    device,
    kinds,
    signatures,
    photos,
    whole,
    persons: persons.sort((a, b) => a.name.localeCompare(b.name, 'id')),
  }
}

type Device = NonNullable<Awaited<ReturnType<typeof cityDevice>>>

async function gathered(held: AsyncIterable<HeldRow>, device: Device) {
  const kinds = new Map(kindsOfPersons.map((kind) => [kind, emptyKind(kind)]))
  const persons = new Map<string, Listed>()
  let [signatures, photos] = [0, 0]
  for await (const { kind, row } of held) {
    const counted = kinds.get(kind) ?? emptyKind(kind)
    const told = personsIn(kind, row)
    counted.rows++
    if (told === null) counted.unread++
    else {
      widen(counted, told.at)
      for (const person of told.persons) list(persons, person, kind)
    }
    const done = kind === 'handover' ? readableRow(kind, row) : null
    if (done?.deviceId !== device.deviceId) continue
    signatures++
    if (done.photo !== null) photos++
  }
  return { kinds: [...kinds.values()].filter(({ rows }) => rows > 0), persons, signatures, photos }
}

type Kind = { -readonly [K in keyof Contents['kinds'][number]]: Contents['kinds'][number][K] }
const emptyKind = (kind: KindOfPersons): Kind => ({ kind, rows: 0, unread: 0, oldestAt: null, newestAt: null })

function widen(kind: Kind, at: string | null): void {
  if (at === null) return
  if (kind.oldestAt === null || at < kind.oldestAt) kind.oldestAt = at
  if (kind.newestAt === null || at > kind.newestAt) kind.newestAt = at
}

/** One person by the NIK; who is only named, by the name. */
function list(persons: Map<string, Listed>, { nik, name, born }: PersonNamed, kind: KindOfPersons): void {
  const key = nik ?? `name ${name.trim().toUpperCase()}`
  const known = persons.get(key) ?? { name, nik, born, kinds: new Set<KindOfPersons>() }
  known.born ??= born
  known.kinds.add(kind)
  persons.set(key, known)
}
