import type { Backup } from '#shared/contract/engine/keeping.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { type BackupKind, backupFolderOf, listBackups } from '../database/backup/backup-folder.ts'
import { NoRoom, takeBackup } from '../database/backup/take-backup.ts'
import type { ConnectOptions } from '../database/connect.ts'
import { inWorker } from '../database/in-worker.ts'
import type { Store } from '../database/store.ts'
import { troubleOf } from '../usecases/database-trouble.ts'
import { fail } from '../usecases/fail.ts'
import type { DataState, Keeping, Surroundings } from '../usecases/ports.ts'
import { recallKept, rememberKept } from './kept.ts'

interface KeepingConfig extends Pick<Surroundings, 'clock' | 'log' | 'announce'> {
  readonly store: Store
  readonly database: ConnectOptions
  /** Erases what is over; returns what it was. */
  readonly erase: () => Promise<DataState['erased']>
}

/** The first look comes when the counter has begun to work, not while the program starts. */
const [firstLookMs, lookMs] = [60_000, 900_000]
const dayMs = 86_400_000

/** Each thing once a day, one after the other, in threads of their own where they read the whole database. */
export function createKeeping(config: KeepingConfig): Keeping {
  const { clock, log, announce, store, database } = config
  const folder = backupFolderOf(database.file)
  let timer: NodeJS.Timeout | null = null
  let running: Promise<unknown> = Promise.resolve()
  let stopped = false
  let trouble: DataState['backupTrouble'] = null
  let backingUp = false
  let checking: DataState['checking'] = null

  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = running.then(run)
    running = result.catch(() => undefined)
    return result
  }
  const isDue = (at: string | null) =>
    at === null || Date.parse(clock.now()) - Date.parse(at) >= dayMs || at > clock.now()

  const backUp = async (kind: BackupKind): Promise<Result<Backup, Fault>> => {
    backingUp = true
    announce('keeping')
    try {
      const made = await takeBackup(database, kind, clock.now())
      trouble = null
      return ok(made)
    } catch (cause) {
      trouble = cause instanceof NoRoom || troubleOf(cause) === 'disk-full' ? 'no-room' : 'failed'
      log.error('backup', cause)
      return fail(trouble === 'no-room' ? 'disk-full' : 'backup-failed')
    } finally {
      backingUp = false
      announce('keeping')
    }
  }
  const check = async () => {
    const found = await inWorker({ do: 'check', from: database }, (done, total) => {
      checking = { done, total }
      announce('keeping')
    })
    checking = null
    if (found !== null) log.error('database-damaged', new Error(found))
    await rememberKept(store, 'check', { at: clock.now(), whole: found === null })
    announce('keeping', 'status')
  }
  const erase = async () => {
    const erased = await config.erase()
    if (erased) await rememberKept(store, 'erased', erased)
    announce('keeping')
  }
  const look = async () => {
    const newest = listBackups(folder).find(({ kind }) => kind === 'daily' || kind === 'by-hand')
    const steps = [
      isDue((await recallKept(store, 'check'))?.at ?? null) && check,
      isDue((await recallKept(store, 'erased'))?.at ?? null) && erase,
      isDue(newest?.at ?? null) && (() => backUp('daily')),
    ]
    for (const step of steps) if (step && !stopped) await step().catch((cause: unknown) => log.error('keeping', cause))
  }
  const after = (ms: number) => {
    timer = setTimeout(() => void inTurn(look).finally(() => !stopped && after(lookMs)), ms)
    timer.unref()
  }
  return {
    start: () => after(firstLookMs),
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await running
    },
    async state() {
      return {
        folder,
        backups: [...listBackups(folder)],
        backingUp,
        backupTrouble: trouble,
        check: await recallKept(store, 'check'),
        checking,
        erased: await recallKept(store, 'erased'),
        keySince: (await recallKept(store, 'key'))?.at ?? null,
      }
    },
    backUp: () => inTurn(() => backUp('by-hand')),
  }
}
