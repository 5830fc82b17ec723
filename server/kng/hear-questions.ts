import { type Centre, instantOf } from '../centre.ts'
import { Problem } from '../problem.ts'
import { takeQuestion } from '../questions/take-question.ts'
import { readRow } from '../sync/read-row.ts'
import type { AskedMessage } from './kng-messages.ts'
import type { KngPort } from './kng-port.ts'

/** Asks KNG what citizens asked. Each message is kept in a transaction of its own and known by its id: whatever ends this, it comes again and is there once. Returns how many came. */
export async function hearQuestions(centre: Centre, kng: KngPort): Promise<number> {
  for (let heard = 0; ; ) {
    const { questions_cursor: from } = await centre.db
      .selectFrom('kng_state')
      .select('questions_cursor')
      .executeTakeFirstOrThrow()
    const page = await kng.questionsAfter(from)
    for (const message of page.messages) await takeMessage(centre, message)
    await centre.db
      .updateTable('kng_state')
      .set({ questions_cursor: page.cursor, heard_at: instantOf(centre.now()) })
      .where('one', '=', 1)
      .where('questions_cursor', '=', from)
      .execute()
    heard += page.messages.length
    if (!page.more) return heard
  }
}

/** To the unit that is named, or that of the application; else the Dinas has it, and hands it on. Where there is no Dinas yet it stays at KNG, and what comes after it too. */
async function takeMessage(centre: Centre, { unit, at: _, ...message }: AskedMessage): Promise<void> {
  try {
    await takeQuestion(centre, { ...message, scope: unit })
  } catch (cause) {
    if (!(cause instanceof Problem && cause.status === 404)) throw cause
    const dinas = centre.areas.dinas.code
    if (!(await readRow(centre.db, 'unit', dinas))) throw cause
    await takeQuestion(centre, { ...message, scope: dinas })
  }
}
