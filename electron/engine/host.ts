import { join } from 'node:path'
import type { Rescued } from '#shared/contract/engine/keeping.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { databaseFile, type EngineConfig, seedRegionOf } from './compose.ts'
import { backupFolderOf, listBackups } from './database/backup/backup-folder.ts'
import { fatalOf } from './fatal-of.ts'
import { type Engine, openEngine } from './index.ts'
import { eraseData } from './leaving/erase-data.ts'
import { isMarkedRevoked } from './leaving/revoked-marker.ts'
import type { EnginePort } from './port/engine-port.ts'
import { serveRescue } from './port/rescue-port.ts'
import { SwitchedPort } from './port/switched-port.ts'
import { TopicBoard } from './port/topic-board.ts'
import { bringDevice } from './rescue/bring-device.ts'
import { fetchKeys } from './rescue/fetch-keys.ts'
import type { RebuildPlace } from './rescue/rebuild.ts'
import { keepFitting, NoKeyOpens, opens, renewKey } from './rescue/renew-key.ts'
import { rescue, type Way } from './rescue/rescue.ts'
import { waysOut } from './rescue/ways-out.ts'
import { fileToRead } from './usecases/courier/chosen-file.ts'
import { troubleOf } from './usecases/database-trouble.ts'
import { fail } from './usecases/fail.ts'
import type { KeyKeeper, RescueAsked, RescueState } from './usecases/ports.ts'

export interface HostConfig extends Omit<EngineConfig, 'key' | 'host' | 'end'> {
  /** Where the key lies, if not in the data folder. */
  readonly keyFile?: string
  /** Null where the shell has none; `keyTrouble` says why. */
  readonly key: Uint8Array | null
  readonly keyTrouble: FatalCode | null
  /** A key that was being given to the database when the program ended. */
  readonly nextKey: Uint8Array | null
  readonly keys: KeyKeeper
}

/**
 * The engine as long as the program runs: open, or in trouble and waiting for a person to choose a way out. Where the database is put back or repaired, the engine is closed and opened
 * again here; the screens keep their ports and are greeted anew.
 */
export class EngineHost {
  readonly #config: HostConfig
  readonly #ports = new Set<SwitchedPort>()
  readonly #board = new TopicBoard()
  #key: Uint8Array | null
  /** The last giving of a key came to its end. */
  #keyWhole = false
  #engine: Engine | null = null
  #trouble: FatalCode | null = null
  #rows: number | null = null
  #busy: Promise<unknown> = Promise.resolve()

  constructor(config: HostConfig) {
    this.#config = config
    this.#key = config.key
  }

  /** Never rejects: what keeps the database from being opened becomes the trouble that the screens are told. */
  open(): Promise<void> {
    const opening = this.#busy.then(async () => {
      await this.#open(this.#config.nextKey)
      for (const port of this.#ports) this.#greet(port)
    })
    this.#busy = opening
    return opening
  }

  serve(port: EnginePort): void {
    const switched = new SwitchedPort(port)
    this.#ports.add(switched)
    switched.onClose(() => this.#ports.delete(switched))
    this.#board.add(switched)
    if (this.#engine || this.#trouble) this.#greet(switched)
  }

  networkChanged(online: boolean): void {
    this.#engine?.networkChanged(online)
  }

  lockScreens(): void {
    this.#engine?.lockScreens()
  }

  async close(): Promise<void> {
    await this.#busy
    await this.#engine?.close()
    this.#engine = null
    this.#ports.clear()
  }

  readonly state = (): RescueState => ({
    trouble: this.#trouble,
    ways: [...waysOut(this.#trouble, this.#backups().length > 0)],
    backups: this.#trouble === null ? [] : [...this.#backups()],
    rows: this.#rows,
  })

  /** One at a time. */
  readonly run = (asked: RescueAsked): Promise<Result<Rescued | null, Fault>> => {
    const result = this.#busy.then(() => this.#run(asked))
    this.#busy = result.catch(() => undefined)
    return result
  }

  /** Another key for the database and its backups. Fault: key-not-changed. */
  readonly renewKey = (): Promise<Result<null, Fault>> => {
    const result = this.#busy.then(() => this.#renewKey())
    this.#busy = result.catch(() => undefined)
    return result
  }

  async #run(asked: RescueAsked): Promise<Result<Rescued | null, Fault>> {
    if (this.#trouble !== null && !waysOut(this.#trouble, true).includes(asked.way)) return fail('not-permitted')
    if (asked.way === 'open') return this.#again(async () => null)
    if (asked.way === 'code') return this.#bringBack(asked)
    const way = this.#wayOf(asked)
    if (!way.ok) return way
    return this.#again(async () => rescue(await this.#place(), way.value))
  }

  #wayOf({ way, backup }: RescueAsked): Result<Way, Fault> {
    if (way === 'repair' || way === 'copy-anew') return ok({ way })
    if (way === 'restore' && this.#backups().some(({ name }) => name === backup) && backup) return ok({ way, backup })
    return fail('backup-unknown')
  }

  /** The centre gives the key back: of the database that is here, or of a backup of another computer's that a person chooses. */
  async #bringBack({ code = '', serverUrl }: RescueAsked): Promise<Result<Rescued | null, Fault>> {
    const { keys, shell, log } = this.#config
    const from = this.#trouble === null ? await fileToRead({ shell }) : ok(null)
    if (!from.ok) return from
    if (this.#trouble === null && from.value === null) return ok(null)
    const found = await fetchKeys(code, { serverUrl: serverUrl ?? this.#config.serverUrl, shell, log })
    if (!found.ok) {
      await from.value?.close()
      return found
    }
    return this.#again(async () => {
      if (from.value === null) {
        this.#key = await keepFitting(this.#file, found.value, keys)
        return null
      }
      const brought = await bringDevice(await this.#surroundings(), from.value, found.value, keys)
      this.#key = brought.key
      return brought.reckoned
    })
  }

  /** Closes what is open, does it, and opens again, whatever came of it. Meanwhile the screens wait; what they asked they ask again when they are greeted. */
  async #again(act: () => Promise<Rescued | null>): Promise<Result<Rescued | null, Fault>> {
    const { log } = this.#config
    await this.#closeEngine()
    try {
      return ok(await act())
    } catch (cause) {
      log.error('repair', cause)
      if (cause instanceof NoKeyOpens) return fail('recovery-no-key')
      return troubleOf(cause) === 'disk-full' ? fail('disk-full') : fail('repair-failed')
    } finally {
      this.#rows = null
      await this.#open(null)
      this.#greetAll()
    }
  }

  async #closeEngine(): Promise<void> {
    for (const port of this.#ports) port.onMessage(() => {})
    await this.#engine?.close()
    this.#engine = null
  }

  /** After the answer of who asked for it: what has no answer when the greeting comes is asked again. */
  #greetAll(): void {
    setImmediate(() => {
      for (const port of this.#ports) this.#greet(port)
    })
  }

  async #place(): Promise<RebuildPlace> {
    if (!this.#key) throw new Error('there is no key to repair with')
    return { ...(await this.#surroundings()), key: this.#key }
  }

  async #surroundings(): Promise<Omit<RebuildPlace, 'key'>> {
    const { clock, log, resourcesDir, sqliteBinding } = this.#config
    const seedRegion = await seedRegionOf(resourcesDir)
    const onRows = (rows: number) => {
      this.#rows = rows
      this.#board.announce('keeping')
    }
    return { file: this.#file, sqliteBinding, now: clock.now(), seedRegion, log, onRows }
  }

  async #renewKey(): Promise<Result<null, Fault>> {
    const { keys, log } = this.#config
    try {
      const next = await keys.next()
      await this.#closeEngine()
      await this.#open(next)
      return this.#trouble === null && this.#keyWhole ? ok(null) : fail('key-not-changed')
    } catch (cause) {
      log.error('key', cause)
      return fail('key-not-changed')
    } finally {
      this.#greetAll()
    }
  }

  /** The centre revoked this device and has its last work: nothing is opened here any more. */
  readonly #leave = (): void => {
    this.#busy = this.#busy.then(async () => {
      await this.#closeEngine()
      this.#erase()
      this.#greetAll()
    })
  }

  /** Also where it was ended in the middle before. What cannot be removed cannot be read without the key; the next start goes on. */
  #erase(): void {
    const { dataDir, keyFile, log } = this.#config
    this.#trouble = 'revoked'
    this.#key = null
    try {
      eraseData(dataDir, keyFile)
    } catch (cause) {
      log.error('not-erased', cause)
    }
  }

  async #open(nextKey: Uint8Array | null): Promise<void> {
    const { dataDir, keyTrouble, log } = this.#config
    if (isMarkedRevoked(dataDir)) return this.#erase()
    this.#trouble = null
    try {
      if (this.#key && nextKey) this.#key = await this.#renewed(nextKey)
      if (!this.#key) {
        this.#trouble = keyTrouble ?? 'key-missing'
        return
      }
      this.#engine = await openEngine({ ...this.#config, key: this.#key, host: this, end: this.#leave })
    } catch (cause) {
      log.error('no-database', cause)
      this.#trouble = fatalOf(troubleOf(cause))
    }
  }

  /** Where the giving of a key fails on its way, what opens the database is gone on with; the other key stays beside it, and the next start goes on. */
  async #renewed(next: Uint8Array): Promise<Uint8Array> {
    const place = await this.#place()
    this.#keyWhole = false
    try {
      const key = await renewKey(place, next, this.#config.keys)
      this.#keyWhole = true
      return key
    } catch (cause) {
      this.#config.log.error('key', cause)
      return opens(this.#file, place.key) ? place.key : next
    }
  }

  #greet(port: SwitchedPort): void {
    if (this.#engine) this.#engine.serve(port)
    else serveRescue(port, { code: this.#trouble ?? 'unknown', state: this.state, run: this.run })
  }

  get #file(): string {
    return join(this.#config.dataDir, databaseFile)
  }

  #backups() {
    return listBackups(backupFolderOf(this.#file))
  }
}
