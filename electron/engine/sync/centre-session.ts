import { type Fault, type FaultCode, outOfReach } from '#shared/contract/errors.ts'
import type { Result } from '#shared/domain/result.ts'
import type { SyncConfig } from '../wiring.ts'
import { type CentreAccess, openAccess } from './centre-access.ts'
import type { CentreClient } from './centre-client.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { afterEvent, type Connection, type ConnectionEvent } from './connection.ts'
import { type EnrolledDevice, isEnrolled, readDevice } from './device-record.ts'
import { faultOf } from './fault-of.ts'
import type { LineMeter } from './line-meter.ts'

/** The way to the centre: who we are there, whether it answers, and the switch that cuts it off. */
export interface CentreSession {
  connection(): Connection
  happened(event: ConnectionEvent): void
  /** Runs something that talks to the centre, and learns from it whether the centre answers. Faults instead of errors. */
  ask<T>(run: (client: CentreClient, device: EnrolledDevice) => Promise<T>): Promise<Result<T, Fault>>
  /** The same, but says nothing about the connection. */
  askQuietly<T>(run: (client: CentreClient, device: EnrolledDevice) => Promise<T>): Promise<Result<T, Fault>>
  /** Ends everything under way. `connect` opens the way again. */
  disconnect(): void
  connect(): void
}

export function centreSession(config: SyncConfig, meter: LineMeter): CentreSession {
  const { clock, announce } = config
  let connection: Connection = { state: 'offline', since: clock.now(), fault: null }
  let open = new AbortController()
  let access: Promise<CentreAccess> | null = null

  const happened = (event: ConnectionEvent) => {
    const before = connection
    connection = afterEvent(before, event, clock.now())
    if (connection.state !== before.state || connection.fault?.code !== before.fault?.code) announce('status')
  }
  const askQuietly: CentreSession['askQuietly'] = async (run) => {
    const way = open
    try {
      if (way.signal.aborted) throw new CentreTrouble('offline', 'switched-off')
      const device = await readDevice(config.store.read)
      if (!isEnrolled(device)) return { ok: false, refusal: { code: 'not-enrolled' } }
      access ??= openAccess(config, device, way.signal, meter)
      return { ok: true, value: await run((await access).client, device) }
    } catch (cause) {
      // The proxy may have changed: ask for it again.
      if (cause instanceof CentreTrouble && cause.reason === 'unreachable') access = null
      return { ok: false, refusal: faultOf(cause, config.log) }
    }
  }
  return {
    connection: () => connection,
    happened,
    askQuietly,
    async ask(run) {
      const result = await askQuietly(run)
      if (result.ok || result.refusal.details?.reason === 'refused') {
        const shutOut = !result.ok && shuttingOut.has(result.refusal.code)
        happened(shutOut ? { kind: 'failed', fault: result.refusal } : { kind: 'answered' })
      } else if (isAboutTheCentre(result.refusal)) happened({ kind: 'failed', fault: result.refusal })
      return result
    },
    disconnect() {
      open.abort()
      access = null
    },
    connect() {
      if (open.signal.aborted) open = new AbortController()
      access = null
    },
  }
}

/** A full disk or a broken invariant here says nothing about the line. */
const isAboutTheCentre = ({ code }: Fault): boolean => outOfReach.has(code) || aboutTheCentre.has(code)

/** The centre answers, but nothing will be exchanged until a person has done something. */
const shuttingOut: ReadonlySet<FaultCode> = new Set([
  'device-quarantined',
  'device-copied',
  'device-revoked',
  'protocol-too-old',
])

const aboutTheCentre: ReadonlySet<FaultCode> = new Set([
  'no-answer',
  'answer-cut',
  'answer-unreadable',
  'certificate-untrusted',
  'centre-error',
  'centre-unreadable',
  'device-quarantined',
  'device-revoked',
])
