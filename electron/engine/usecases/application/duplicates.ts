import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { isClosed } from '#shared/domain/filing/filing-status.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

type Found = OutputOf<'application.duplicates'>

/** Is there an application under way for one of these people and this service? By what this device knows: its filings, and KNG's cards that are not handed over. */
export async function findDuplicates(
  deps: Deps,
  { service, niks }: ParsedInputOf<'application.duplicates'>,
): Answer<Found> {
  const whole = [...new Set(niks)].filter((nik) => /^\d{16}$/.test(nik))
  return deps.reading(async (db) => {
    const found = new Map<string, Found[number]>()
    for (const nik of whole) for (const one of await openFilings(db, service, nik)) found.set(one.applicationId, one)
    return ok([...found.values()])
  })
}

async function openFilings(db: ReadSet, service: string, nik: string): Promise<Found> {
  const filings = await db.things.list('filing', { about: service, key: nik, newestFirst: true })
  return filings
    .filter(({ row }) => !isClosed(row.status))
    .map(({ row }) => ({
      ...{ applicationId: row.id, kitirNumber: row.kitirNumber, serviceName: row.serviceName },
      ...{ status: row.status, filedAt: row.at, ownerName: row.subjectName },
    }))
}
