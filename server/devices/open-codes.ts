import type { CityAnswer } from '#shared/contract/sync/queries.ts'
import { type Centre, instantOf } from '../centre.ts'
import { unitNames } from '../city/stored-rows.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { notFound } from '../problem.ts'
import { type Doer, noteDeviceAct } from './note-act.ts'

/** Codes that can still be used, the newest first. */
export async function openCodes({ db, now }: Centre): Promise<CityAnswer<'enrolment-codes'>> {
  const found = await db
    .selectFrom('enrolment_codes')
    .selectAll()
    .where('used_by', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>=', instantOf(now()))
    .orderBy('expires_at', 'desc')
    .execute()
  const nameOf = await unitNames(
    db,
    found.map(({ scope }) => scope),
  )
  const codes = found.flatMap(({ code_id: codeId, scope, made_at: madeAt, made_by: madeBy, expires_at: expiresAt }) =>
    codeId === null ? [] : [{ codeId, scope, unitName: nameOf(scope), madeAt, madeBy, expiresAt }],
  )
  return { codes }
}

/** Nobody can enrol with it any more. Throws 404 for one that is not open. */
export async function cancelCode(centre: Centre, codeId: string, by: Doer): Promise<void> {
  const at = instantOf(centre.now())
  await inTransaction(centre.db, async (trx) => {
    const code = await trx
      .updateTable('enrolment_codes')
      .set({ cancelled_at: at })
      .where('code_id', '=', codeId)
      .where('used_by', 'is', null)
      .where('cancelled_at', 'is', null)
      .returning('scope')
      .executeTakeFirst()
    if (!code) throw notFound()
    await noteDeviceAct(trx, by, at, { kind: 'cancel-code', scope: code.scope, about: { codeId } })
  })
}
