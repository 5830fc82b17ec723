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

interface Listener {
  readonly heard: (scope: string) => void
}

export async function openPokes(database: CentralDatabase): Promise<Pokes> {
  // By scope: a poke must not cost the more, the more devices there are elsewhere.
  const listeners = new Map<string, Set<Listener>>()
  const stop = await database.listen((scope) => {
    for (const { heard } of listeners.get(scope) ?? []) heard(scope)
  })
  const forget = (scope: string, one: Listener) => {
    const others = listeners.get(scope)
    others?.delete(one)
    if (others?.size === 0) listeners.delete(scope)
  }
  return {
    hear(scopes, heard) {
      const one = { heard }
      for (const scope of scopes) listeners.set(scope, (listeners.get(scope) ?? new Set()).add(one))
      return () => {
        for (const scope of scopes) forget(scope, one)
      }
    },
    async send(scopes) {
      const moved = [...new Set(scopes)]
      if (moved.length === 0) return
      await sql`SELECT pg_notify(${pokeChannel}, scope) FROM unnest(${moved}::text[]) AS scope`.execute(database.db)
    },
    async close() {
      listeners.clear()
      await stop()
    },
  }
}
