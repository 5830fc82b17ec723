import { sql } from 'kysely'
import { type CentralDatabase, pokeChannel } from '../database/open-database.ts'

/** Tells the open streams of this process which scopes moved, wherever that happened. */
export interface Pokes {
  /** The answer ends the subscription. */
  hear(scopes: readonly string[], heard: (scope: string) => void): () => void
  /** After the commit, in a statement of its own: NOTIFY inside the writing transactions would make them queue for one lock. */
  send(scopes: readonly string[]): Promise<void>
  close(): Promise<void>
}

export async function openPokes(database: CentralDatabase): Promise<Pokes> {
  const listeners = new Set<{ scopes: readonly string[]; heard: (scope: string) => void }>()
  const stop = await database.listen((scope) => {
    for (const one of listeners) if (one.scopes.includes(scope)) one.heard(scope)
  })
  return {
    hear(scopes, heard) {
      const one = { scopes, heard }
      listeners.add(one)
      return () => void listeners.delete(one)
    },
    async send(scopes) {
      for (const scope of new Set(scopes)) await sql`SELECT pg_notify(${pokeChannel}, ${scope})`.execute(database.db)
    },
    async close() {
      listeners.clear()
      await stop()
    },
  }
}
