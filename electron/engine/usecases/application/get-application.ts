import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { FilingStep } from '#shared/domain/filing/filing.ts'
import { sentBack } from '#shared/domain/filing/step.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'
import { unitNameOf } from '../paper/paper-base-of.ts'
import type { ReadSet } from '../stores.ts'
import { applicationLine } from './application-line.ts'

type Shown = OutputOf<'application.get'>

/** One application with its course, its e-Kitir and what was filed with it in one go. Fault: application-unknown. */
export async function getApplication(deps: Deps, { applicationId }: ParsedInputOf<'application.get'>): Answer<Shown> {
  return deps.reading(async (db) => {
    const seen = await db.things.find('filing', applicationId)
    if (seen === null) return fail('application-unknown')
    const { row } = seen
    const back = sentBack(row)
    return ok({
      line: applicationLine(seen),
      people: Object.fromEntries(Object.entries(row.people).map(([role, person]) => [role, shownPerson(person)])),
      answers: { ...row.answers },
      requirements: Object.fromEntries(
        Object.entries(row.requirements).map(([id, { how, documents }]) => [id, { how, documents: [...documents] }]),
      ),
      doubts: row.doubts.map(({ code, about, reason }) => ({ code, about, reason })),
      catalogueVersion: row.catalogueVersion,
      collectionUnit: row.collectionUnit,
      collectAt: row.collectionUnit && (await unitNameOf(db, row.collectionUnit, deps.units)),
      channel: row.channel,
      steps: row.steps.map(shownStep),
      sentBack: back && shownStep(back),
      results: row.results.map(({ sha256, title, pages, at }) => ({ sha256, title, pages, at })),
      kitirs: await kitirsOf(db, applicationId),
      family: await familyOf(db, row.family?.id ?? null, applicationId),
      flags: [...row.flags],
    })
  })
}

const shownStep = ({ stepId, status, at, note, by, about = [] }: FilingStep): Shown['steps'][number] => ({
  ...{ stepId, status, at, note, by },
  about: [...about],
})

/** Numbers of people are masked; all else was said to the clerk. */
function shownPerson(person: object): Record<string, string | boolean> {
  const shown: Record<string, string | boolean> = {}
  for (const [datum, value] of Object.entries(person)) {
    if (typeof value === 'boolean') shown[datum] = value
    else if (typeof value === 'string') shown[datum] = datum === 'nik' || datum === 'kk' ? maskNik(value) : value
  }
  return shown
}

async function kitirsOf(db: ReadSet, applicationId: string): Promise<Shown['kitirs']> {
  const found = await db.things.list('kitir', { about: applicationId, newestFirst: true })
  const shown: Shown['kitirs'] = []
  for (const { row } of found)
    shown.push({
      ...{ kitirId: row.id, number: row.number, issuedAt: row.at, state: row.state },
      pinWaits: (await db.kitirPins.find(row.id)) !== null,
    })
  return shown
}

/** The others that were filed in the same go, in their order. */
async function familyOf(db: ReadSet, familyId: string | null, except: string): Promise<Shown['family']> {
  if (familyId === null) return []
  const found = await db.things.list('filing', { key: `family:${familyId}` })
  return found
    .filter(({ row }) => row.id !== except)
    .map(applicationLine)
    .sort((a, b) => (a.family?.position ?? 0) - (b.family?.position ?? 0))
}
