import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { findService } from '#shared/domain/catalogue/catalogue.ts'
import { isClosed } from '#shared/domain/filing/filing-status.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import type { ReadSet } from '../stores.ts'

type Found = OutputOf<'application.duplicates'>

/** Is there an application under way for one of these people and this service? By what this device knows: those of the counters, and those that came by KNG. */
export async function findDuplicates(
  deps: Deps,
  { service, niks }: ParsedInputOf<'application.duplicates'>,
): Answer<Found> {
  const whole = [...new Set(niks)].filter((nik) => /^\d{16}$/.test(nik))
  return deps.reading(async (db) => {
    const found = new Map<string, Found[number]>()
    for (const nik of whole)
      for (const one of [...(await filedHere(db, service, nik)), ...(await cameByKng(db, service, nik))])
        found.set(one.applicationId, one)
    return ok([...found.values()])
  })
}

async function filedHere(db: ReadSet, service: string, nik: string): Promise<Found> {
  const filings = await db.things.list('filing', { about: service, key: nik, newestFirst: true })
  return filings
    .filter(({ row }) => !isClosed(row.status))
    .map(({ row }) => ({
      ...{ applicationId: row.id, kitirNumber: row.kitirNumber, serviceName: row.serviceName },
      ...{ status: row.status, filedAt: row.at, ownerName: row.subjectName, here: 'filed' as const },
    }))
}

async function cameByKng(db: ReadSet, service: string, nik: string): Promise<Found> {
  const found: Found = []
  for (const row of await db.applications.open({ service, applicantNik: nik })) {
    if ((await db.things.find('filing', row.id)) !== null) continue
    const serviceName = findService(await db.settings.catalogue(), service)?.name ?? service
    found.push({
      ...{ applicationId: row.id, kitirNumber: row.kitirNumber, serviceName },
      ...{ status: row.status, filedAt: row.filedAt ?? row.submittedAt, ownerName: row.applicantName },
      here: 'promised' as const,
    })
  }
  return found
}
