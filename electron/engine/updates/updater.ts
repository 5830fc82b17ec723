import { join } from 'node:path'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { SignedManifest, UpdateManifest } from '#shared/contract/update/manifest.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { After } from '../sync/sync-loop.ts'
import { fail } from '../usecases/fail.ts'
import type { Announce, Clock, FreeDisk, Installer, Log, UpdateSource, Updates } from '../usecases/ports.ts'
import { type Fetched, fetchFile } from './fetch-file.ts'
import { type Installed, isInStage, judgeManifest } from './judge-manifest.ts'
import { UpdateFolder } from './update-folder.ts'

/** What the updates need of the engine. */
export interface UpdatePlace {
  readonly dataDir: string
  readonly here: Installed
  /** The version that could not be installed the last time. */
  readonly failed: string | null
  readonly source: UpdateSource
  readonly installer: Installer
  /** Null before this device is enrolled. */
  deviceId(): Promise<string | null>
  /** When the newest manifest that was believed was signed. */
  readonly newestWord: { read(): Promise<Instant | null>; write(at: Instant): Promise<void> }
  readonly timeNow: () => Promise<Instant>
  readonly freeDisk: FreeDisk
  readonly clock: Clock
  readonly log: Log
  readonly announce: Announce
  readonly after: After
}

type Status = NonNullable<OutputOf<'app.status'>['update']>
type State = Pick<Status, 'state' | 'fetched'> & { readonly manifest: UpdateManifest | null }

/** The first look comes when the day's first exchange is over; then each hour, and sooner where the line broke. */
const [firstMs, everyMs, againMs] = [60_000, 3_600_000, 300_000]

const unless: Readonly<Record<Exclude<Fetched, 'whole'>, Status['state'] | null>> = {
  cut: null,
  wrong: 'refused',
  'no-room': 'no-room',
}

/** Looks for new versions, fetches them beside the work and tells the shell what may be installed. Never throws, never in anybody's way. */
export class Updater implements Updates {
  readonly #place: UpdatePlace
  readonly #folder: UpdateFolder
  #state: State | null = null
  /** A file that was not what its manifest says is not fetched again and again. */
  #wrong: string | null = null
  #ended = false
  #callOff = () => {}
  #wake = () => {}
  #looking: Promise<void> = Promise.resolve()

  constructor(place: UpdatePlace) {
    this.#place = place
    this.#folder = new UpdateFolder(join(place.dataDir, 'updates'))
  }

  start(): void {
    this.#looking = this.#takeUp().catch((cause: unknown) => this.#place.log.error('update-not-taken-up', cause))
    this.#plan(firstMs)
  }

  async stop(): Promise<void> {
    this.#ended = true
    this.#callOff()
    this.#wake()
    await this.#looking
  }

  /** One look at the centre; false where it is worth trying again soon. Callers wait for each other. */
  look(): Promise<boolean> {
    const looked = this.#looking.then(() => this.#look()).catch((cause: unknown) => this.#failed(cause))
    this.#looking = looked.then(() => undefined)
    return looked
  }

  async status(): Promise<Status | null> {
    if (this.#state === null) return null
    const { state, fetched, manifest } = this.#state
    const forcedAfter = manifest?.forcedAfter ?? null
    const due = state === 'ready' && forcedAfter !== null && (await this.#place.timeNow()) >= forcedAfter
    const note = manifest && { id: manifest.note.id, en: manifest.note.en }
    return { state, fetched, version: manifest?.version ?? null, forcedAfter, due, note }
  }

  async install(): Promise<Result<null, Fault>> {
    if (this.#state?.state !== 'ready' && this.#state?.state !== 'failed') return fail('update-not-ready')
    this.#place.installer.now()
    return ok(null)
  }

  #plan(delayMs: number): void {
    this.#callOff = this.#place.after(delayMs, () => {
      void this.look().then((well) => {
        if (!this.#ended) this.#plan(well ? everyMs : againMs)
      })
    })
  }

  /** What was fetched before this start: it is judged as if it came just now. */
  async #takeUp(): Promise<void> {
    const signed = await this.#folder.manifest()
    if (!signed) return
    // A newer word may have called it back, and the program have ended before it was cleared away.
    const judged = judgeManifest(signed, this.#place.here, await this.#place.newestWord.read())
    if (judged.is !== 'newer') return this.#folder.clear()
    if (await this.#folder.has(judged.manifest.file)) this.#lieReady(judged.manifest)
  }

  async #look(): Promise<boolean> {
    const { source, here, newestWord } = this.#place
    const told = await source.manifest(here.platform)
    if (!told.ok) return false
    if (told.value === null || this.#ended) return true
    const judged = judgeManifest(told.value, here, await newestWord.read())
    if (judged.is === 'refused') return this.#refused(judged.why)
    await newestWord.write(judged.manifest.issuedAt)
    if (judged.is === 'too-far') return this.#become({ state: 'too-far', fetched: null, manifest: judged.manifest })
    if (judged.is === 'not-newer' || !(await this.#isFor(judged.manifest))) return this.#none()
    return this.#fetch(told.value, judged.manifest)
  }

  /** Whom it is for: a share of the devices, and from the forced moment on all of them. */
  async #isFor(manifest: UpdateManifest): Promise<boolean> {
    if (manifest.forcedAfter !== null && (await this.#place.timeNow()) >= manifest.forcedAfter) return true
    const deviceId = await this.#place.deviceId()
    return deviceId !== null && isInStage(deviceId, manifest)
  }

  async #fetch(signed: SignedManifest, manifest: UpdateManifest): Promise<boolean> {
    const { file } = manifest
    if (this.#wrong === file.sha512) return true
    await this.#folder.begin(signed, file)
    if (await this.#folder.has(file)) return this.#lieReady(manifest)
    this.#place.installer.ready(null)
    this.#became({ state: 'fetching', fetched: 0, manifest })
    const fetched = await fetchFile(manifest, {
      ...this.#place,
      folder: this.#folder,
      rest: (ms) => this.#rest(ms),
      ended: () => this.#ended,
      onPiece: (received) =>
        this.#became({ state: 'fetching', fetched: Math.floor((received / file.size) * 100), manifest }),
    })
    if (fetched === 'whole') return this.#lieReady(manifest)
    if (fetched === 'wrong') this.#wrong = file.sha512
    const state = unless[fetched]
    if (state === null) return false
    this.#place.log.error('update-not-fetched', new Error(fetched))
    return this.#become({ state, fetched: null, manifest })
  }

  #lieReady(manifest: UpdateManifest): true {
    const { version, file } = manifest
    this.#place.installer.ready({ name: file.name, size: file.size, sha512: file.sha512, version })
    return this.#become({ state: version === this.#place.failed ? 'failed' : 'ready', fetched: null, manifest })
  }

  /** What lies ready already stays: it was signed. */
  #refused(why: string): true {
    this.#place.log.error('update-refused', new Error(why))
    if (this.#state?.state === 'ready' || why === 'older-word') return true
    return this.#become({ state: 'refused', fetched: null, manifest: null })
  }

  /** Nothing for this device, or not any more. */
  async #none(): Promise<true> {
    this.#place.installer.ready(null)
    await this.#folder.clear()
    return this.#become(null)
  }

  #failed(cause: unknown): false {
    this.#place.log.error('update-look', cause)
    return false
  }

  #become(state: State | null): true {
    this.#became(state)
    return true
  }

  #became(state: State | null): void {
    const before = this.#state
    this.#state = state
    if (JSON.stringify(before) !== JSON.stringify(state)) this.#place.announce('status')
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.#place.after(ms, resolve)
      this.#wake = () => {
        callOff()
        resolve()
      }
    })
  }
}

/** Where the program is not packed, or is installed by others. */
export const noUpdates: Updates = {
  start: () => undefined,
  look: async () => undefined,
  stop: async () => undefined,
  status: async () => null,
  install: async () => fail('update-not-ready'),
}
