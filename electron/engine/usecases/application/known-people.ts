import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { KnownPerson } from '#shared/contract/engine/intake.ts'
import type { FiledPerson } from '#shared/domain/filing/filing.ts'
import type { Household } from '#shared/domain/household/household.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

/** Who has this number, so that nobody types what this device knows already. A number may be a NIK or a KK: they look alike. */
export async function knownPeople(
  deps: Deps,
  { number }: ParsedInputOf<'intake.known-people'>,
): Answer<OutputOf<'intake.known-people'>> {
  return deps.reading(async (db) => {
    const card = (await db.cards.search(number, 5)).find(({ row }) => row.ownerNik === number)?.row ?? null
    const household = await db.directory.household(card?.kkNumber ?? number)
    const family = household ? membersOf(household) : []
    const person = family.find(({ nik }) => nik === number) ?? (await filedBefore(db, number))
    const owner = card && { nik: number, kk: card.kkNumber, name: card.ownerName, birthDate: null, sex: null }
    return ok({ person: person ?? owner, family })
  })
}

const membersOf = ({ id, members }: Household): KnownPerson[] =>
  members.map(({ nik, name, birthDate, sex }) => ({ nik, kk: id, name, birthDate, sex }))

/** As an application that was filed here named them, the latest first. */
async function filedBefore(db: Pick<ReadSet, 'things'>, nik: string): Promise<KnownPerson | null> {
  const [latest] = await db.things.list('filing', { key: nik, newestFirst: true, limit: 1 })
  const person = Object.values(latest?.row.people ?? {}).find((one) => one.nik === nik)
  return person ? knownFrom(nik, person) : null
}

const knownFrom = (nik: string, { kk, name, birthDate, sex }: FiledPerson): KnownPerson => ({
  ...{ nik, kk: kk ?? null, name: name ?? '' },
  ...{ birthDate: birthDate ?? null, sex: sex ?? null },
})
