import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import { FileTrouble, type FileTroubleKind } from '#shared/courier/file-trouble.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { type Courier, FileGone } from '../../usecases/ports.ts'
import type { AuditTrail } from '../../usecases/stores.ts'
import type { SyncConfig } from '../../wiring.ts'
import { isEnrolled, readDevice } from '../device-record.ts'
import { localMinute } from '../local-day.ts'
import { applyAnswer } from './apply-answer.ts'
import { AnswerGap } from './apply-page.ts'
import { bytesKept, type CarriedFile, carriedFile, changeFile, deleteFile } from './carried-store.ts'
import { type CourierParts, note } from './courier-parts.ts'
import { courierState, type Running } from './courier-state.ts'
import { saveQueue, writeWhole } from './save-queue.ts'
import { takeIn } from './take-in.ts'

/** The road without a network: one act at a time. `wake`: something waits for a connection. */
export function createCourier(config: SyncConfig, appendAudit: AuditTrail['append'], wake: () => void): Courier {
  const { store, announce, log } = config
  const running: { now: Running | null } = { now: null }
  const show = progressShown(config, running)
  /** No person and no number of theirs: whose computer, and when by the clock on the wall. */
  const fileName = (what: string, deviceName: string) => {
    const at = localMinute(config.clock.now(), config.seedRegion.zone)
    return `${what}-${deviceName.replace(/[^0-9A-Za-z]+/g, '-')}-${at}.loket`
  }

  /** Faults instead of what goes wrong with files. */
  const act = async <T>(staffId: string, run: (parts: CourierParts) => Promise<Result<T, Fault>>) => {
    if (running.now) return fault('courier-busy')
    const device = await readDevice(store.read)
    if (!isEnrolled(device)) return fault('not-enrolled')
    running.now = { what: 'reading', done: 0, total: 0 }
    try {
      return await run({ config, device, staffId, appendAudit, progress: show })
    } catch (cause) {
      const code = codeOf(cause)
      if (code === null) throw cause
      log.error(code, cause)
      return fault(code)
    } finally {
      running.now = null
      announce('courier', 'queue')
    }
  }
  const withFile = async <T>(id: string, kind: CarriedFile['kind'], run: (file: CarriedFile) => Promise<T>) => {
    const file = await carriedFile(store.read, id)
    return file?.kind === kind ? ok(await run(file)) : fault('courier-unknown')
  }
  return {
    state: () => courierState(config, running.now),
    async queueName() {
      const device = await readDevice(store.read)
      if (!isEnrolled(device)) return fault('not-enrolled')
      if (device.centreSealingKey === null) return fault('courier-never-online')
      return ok(fileName('antrean', device.identity.deviceName))
    },
    saveQueue: (to, staffId) =>
      act(staffId, async (parts) => {
        const key = parts.device.centreSealingKey
        return key === null ? fault('courier-never-online') : ok(await saveQueue(parts, key, to))
      }),
    takeIn: (from, staffId, only) =>
      act(staffId, async (parts) => {
        if (parts.device.centreSigningKey === null) return fault('courier-never-online')
        const taken = await takeIn(parts, from, only)
        if (taken.ok && taken.value.found === 'queue') wake()
        return taken
      }),
    finish: (id, staffId) => act(staffId, (parts) => withFile(id, 'answer', () => applyAnswer(parts, id))),
    async answerName(id) {
      const named = await withFile(id, 'queue', async ({ header }) => fileName('jawaban', header.deviceName))
      return named
    },
    saveAnswer: (id, to, staffId) =>
      act(staffId, (parts) =>
        withFile(id, 'queue', async () => {
          await writeWhole(to, bytesKept(store.read, id, 'answer'))
          await store.inTransaction(async (trx) => {
            await changeFile(trx, id, { state: 'handed-back' })
            await note(parts, 'answer-saved', id)
          })
          return null
        }),
      ),
    forget: (id, staffId) =>
      act(staffId, async (parts) => {
        if (!(await carriedFile(store.read, id))) return fault('courier-unknown')
        await store.inTransaction(async (trx) => {
          await deleteFile(trx, id)
          await note(parts, 'carried-forgotten', id)
        })
        return ok(null)
      }),
  }
}

const fault = (code: FaultCode) => ({ ok: false, refusal: { code } }) as const

const ofTheFile: Record<FileTroubleKind, FaultCode> = {
  'not-ours': 'courier-not-ours',
  damaged: 'courier-damaged',
  'too-new': 'courier-too-new',
  'other-recipient': 'courier-other-computer',
  'signature-wrong': 'courier-forged',
}
const ofTheDisk: Record<FileGone['kind'], FaultCode> = {
  'disk-full': 'file-disk-full',
  'read-only': 'file-read-only',
  gone: 'file-gone',
  failed: 'file-gone',
}

function codeOf(cause: unknown): FaultCode | null {
  if (cause instanceof FileTrouble) return ofTheFile[cause.kind]
  if (cause instanceof FileGone) return ofTheDisk[cause.kind]
  return cause instanceof AnswerGap ? 'courier-gap' : null
}

/** Not with every line: a screen is told a few times a second. */
function progressShown({ clock, announce }: SyncConfig, running: { now: Running | null }): CourierParts['progress'] {
  let toldAt = Number.NEGATIVE_INFINITY
  return (what, done, total) => {
    running.now = { what, done, total }
    if (clock.elapsedMs() - toldAt < 250) return
    toldAt = clock.elapsedMs()
    announce('courier')
  }
}
