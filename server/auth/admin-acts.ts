import { randomUUID } from 'node:crypto'
import { type Centre, instantOf } from '../centre.ts'
import type { Administrator } from './admin-tokens.ts'

export interface AdminAct {
  readonly at: string
  readonly name: string
  readonly role: string
  /** Method and route. */
  readonly act: string
  /** The device, scope or name that it was about; empty: none. */
  readonly subject: string
  /** Of the answer; null: it never came to one. */
  readonly status: number | null
}

/** Keeps what somebody is about to do; it is not done when this cannot be kept. Returns the id under which its end is kept. */
export async function beginAdminAct(
  { db, now }: Centre,
  { name, role }: Administrator,
  what: Pick<AdminAct, 'act' | 'subject'>,
): Promise<string> {
  const id = randomUUID()
  await db
    .insertInto('admin_acts')
    .values({ id, at: instantOf(now()), name, role, ...what, status: null })
    .execute()
  return id
}

export async function endAdminAct({ db }: Centre, id: string, status: number): Promise<void> {
  await db.updateTable('admin_acts').set({ status }).where('id', '=', id).execute()
}

/** The newest first. */
export async function listAdminActs({ db }: Centre, before: string, most: number): Promise<readonly AdminAct[]> {
  return db
    .selectFrom('admin_acts')
    .select(['at', 'name', 'role', 'act', 'subject', 'status'])
    .where('at', '<', before)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
}
