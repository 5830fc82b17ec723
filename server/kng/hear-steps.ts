import { type Centre, instantOf } from '../centre.ts'
import { inTransaction } from '../database/in-transaction.ts'
import type { KngPort, StepsRead } from './kng-port.ts'
import { lockTold, type Told, takeCourse } from './take-course.ts'

/** Somebody else has heard these steps meanwhile. */
class HeardAlready extends Error {}

/** Asks KNG what happened and applies it, page by page. Rows and cursor are one transaction: whatever ends this, no step is lost. Returns how many steps came, and how many nobody could read. */
export async function hearSteps(centre: Centre, kng: KngPort): Promise<{ steps: number; unreadable: number }> {
  let [steps, unreadable] = [0, 0]
  for (;;) {
    const from = await cursorOf(centre)
    const page = await kng.stepsAfter(from)
    const moved = await takePage(centre, from, page)
    if (moved === null) return { steps, unreadable }
    await centre.pokes.send(moved).catch(() => undefined)
    steps += page.steps.length
    unreadable += page.unreadable
    if (!page.more) return { steps, unreadable }
  }
}

async function cursorOf({ db }: Centre): Promise<string> {
  const { steps_cursor } = await db.selectFrom('kng_state').select('steps_cursor').executeTakeFirstOrThrow()
  return steps_cursor
}

/** null: another process was faster. */
async function takePage(centre: Centre, from: string, page: StepsRead): Promise<readonly string[] | null> {
  const at = instantOf(centre.now())
  try {
    return await inTransaction(centre.db, async (trx) => {
      const told = byApplication(page)
      await lockTold(trx, told)
      const { numUpdatedRows } = await trx
        .updateTable('kng_state')
        .set({ steps_cursor: page.cursor, heard_at: at })
        .where('one', '=', 1)
        .where('steps_cursor', '=', from)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) throw new HeardAlready()
      const moved = []
      for (const one of told) moved.push(...(await takeCourse(trx, one, at)))
      return [...new Set(moved)]
    })
  } catch (cause) {
    if (cause instanceof HeardAlready) return null
    throw cause
  }
}

function byApplication({ steps }: StepsRead): readonly Told[] {
  const groups = Map.groupBy(steps, ({ ref }) => ref)
  return [...groups].map(([ref, own]) => ({ ref, kngNumber: own[0]?.kngNumber ?? '', steps: own }))
}
