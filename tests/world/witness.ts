import type { BaseRows } from '../../electron/engine/wiring.ts'
import type { DiskEvents } from './disks.ts'

interface Pending {
  readonly seqs: Map<string, number[]>
  readonly cursors: [name: string, text: string | null][]
  readonly commands: string[]
}

const nothing = (): Pending => ({ seqs: new Map(), cursors: [], commands: [] })

/** Position of each scope in a cursor. Opaque to devices; the simulator may know. */
export const positionsIn = (cursor: string): [scope: string, seq: number][] =>
  Object.entries((JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { at: Record<string, number> }).at)

/**
 * Sees what a device commits, beside its own bookkeeping: which commands, and whether its cursor ever moved past a change of the centre that was not
 * written in the same transaction.
 */
export class Witness implements DiskEvents {
  readonly committedCommands: Set<string>
  /** By scope; where a process begins, its disk says so. */
  readonly #cursors = new Map<string, number>()
  readonly #complain: (what: string) => void
  #pending = nothing()

  constructor(complain: (what: string) => void, before?: Witness) {
    this.#complain = complain
    this.committedCommands = new Set(before?.committedCommands)
  }

  /** Where the device stands, read from its disk. */
  standsAt(cursor: string): void {
    for (const [scope, seq] of positionsIn(cursor)) this.#cursors.set(scope, seq)
  }

  watching = <R extends Pick<BaseRows, 'apply'>>(rows: R): R => ({
    ...rows,
    apply: (trx, changes, epoch, ...how) => {
      if (epoch === 0)
        for (const { scope, seq } of changes) {
          const seqs = this.#pending.seqs.get(scope) ?? []
          seqs.push(seq)
          this.#pending.seqs.set(scope, seqs)
        }
      return rows.apply(trx, changes, epoch, ...how)
    },
  })

  began(): void {
    this.#pending = nothing()
  }

  wrote(sql: string, values: readonly unknown[]): void {
    if (sql.startsWith('INSERT INTO command ')) this.#pending.commands.push(String(values[1]))
    if (!sql.includes(' sync_state ')) return
    const name = String(values[0])
    if (name.startsWith('cursor:'))
      this.#pending.cursors.push([name, sql.startsWith('INSERT') ? String(values[1]) : null])
  }

  committed(): void {
    const { seqs, cursors, commands } = this.#pending
    this.#pending = nothing()
    for (const id of commands) this.committedCommands.add(id)
    for (const [name, text] of cursors) this.#moved(name.slice('cursor:'.length), text, seqs)
  }

  #moved(scope: string, text: string | null, applied: ReadonlyMap<string, readonly number[]>): void {
    const before = this.#cursors.get(scope)
    if (text === null) return void this.#cursors.delete(scope)
    for (const [at, seq] of positionsIn(JSON.parse(text) as string)) {
      if (at !== scope) continue
      this.#cursors.set(scope, seq)
      if (before === undefined) continue
      const due = Array.from({ length: Math.max(0, seq - before) }, (_, index) => before + 1 + index)
      const written = applied.get(scope) ?? []
      if (due.join() !== written.join())
        this.#complain(
          `the cursor of ${scope} moved from ${before} to ${seq} with the changes ${written.join() || 'none'}`,
        )
    }
  }
}
