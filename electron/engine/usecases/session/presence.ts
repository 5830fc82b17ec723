import type { Clock } from '../ports.ts'

/**
 * When each session was last used by a person, by the clock that nobody can turn. The screen says so while somebody types or moves the pointer; what it asks
 * by itself is no use. After a restart of the engine the count begins anew.
 */
export class Presence {
  readonly #clock: Pick<Clock, 'elapsedMs'>
  readonly #usedAt = new Map<string, number>()
  /** Since this engine began, and not signed out. */
  readonly #seen = new Set<string>()
  #allLeft = false

  constructor(clock: Pick<Clock, 'elapsedMs'>) {
    this.#clock = clock
  }

  /** It is somebody's who is signed in here, behind a lock too. */
  see(tokenHash: string): void {
    this.#seen.add(tokenHash)
  }

  seen(): readonly string[] {
    return [...this.#seen]
  }

  touch(tokenHash: string): void {
    this.see(tokenHash)
    this.#usedAt.set(tokenHash, this.#clock.elapsedMs())
  }

  /** The machine was locked: nobody is at it, until a session is opened again. */
  leaveAll(): void {
    this.#usedAt.clear()
    this.#allLeft = true
  }

  /** Milliseconds since somebody used it; 0 the first time it is asked about, without end where all were left since. */
  idleMs(tokenHash: string): number {
    const usedAt = this.#usedAt.get(tokenHash)
    if (usedAt === undefined && this.#allLeft) return Number.POSITIVE_INFINITY
    if (usedAt === undefined) this.touch(tokenHash)
    return usedAt === undefined ? 0 : this.#clock.elapsedMs() - usedAt
  }

  forget(tokenHash: string): void {
    this.#usedAt.delete(tokenHash)
    this.#seen.delete(tokenHash)
  }
}
