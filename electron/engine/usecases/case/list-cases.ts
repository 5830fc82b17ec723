import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps } from '../deps.ts'
import { unitZone } from '../device/unit-zone.ts'
import { caseLine } from './case-line.ts'

/** Cases of this unit as known here, newest first. */
export async function listCases(deps: Deps, { state }: ParsedInputOf<'case.list'>): Answer<OutputOf<'case.list'>> {
  return deps.reading(async (db) => {
    const zone = await unitZone(db)
    const lines: OutputOf<'case.list'> = []
    for (const seen of await db.cases.list(state)) lines.push(await caseLine(db, seen, zone))
    return ok(lines)
  })
}
