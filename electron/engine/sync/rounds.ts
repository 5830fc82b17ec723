import type { Fault } from '#shared/contract/errors.ts'
import { limits } from '#shared/contract/sync/protocol.ts'
import type { Result } from '#shared/domain/result.ts'
import type { SyncConfig } from '../wiring.ts'
import type { CentreSession } from './centre-session.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { isEnrolled, readDevice } from './device-record.ts'
import { finishMove, goWhenFinished } from './go-to-office.ts'
import { sendHeartbeat } from './heartbeat.ts'
import type { KeptTime } from './kept-time.ts'
import type { Link } from './link.ts'
import { pace } from './pace.ts'
import { readPokes } from './poke-stream.ts'
import { type RoundCount, syncRound } from './round.ts'
import { afterMs, type SyncLoop, syncLoop } from './sync-loop.ts'
import { takeLeave } from './take-leave.ts'

type RoundResult = Result<RoundCount, Fault>
export interface Rounds {
  readonly loop: SyncLoop<RoundResult>
  /** Nothing of the sync touches the database after this resolves. */
  end(): Promise<void>
}

const heartbeatEveryMs = 300_000
/** Of a file: what a line of 64 kbit/s carries within the deadline, and the most. */
const [quickPieceKilobytes, pieceKilobytes] = [64, 256]
/** An end of the stream of pokes says that the line may be gone; but where it ends for ever, not more rounds than one in this time. */
const shortStreamMs = 10_000

/** Rounds, and the ear for pokes that starts one at once. */
export function openRounds(
  config: SyncConfig,
  session: CentreSession,
  time: KeptTime,
  progress: Pick<Link, 'onFirstCopy' | 'onFileSent'>,
): Rounds {
  const { clock, announce, after = afterMs } = config
  const elapsedMs = () => clock.elapsedMs()
  const paces = {
    // A short one first: it is on its way and being written while the next is made.
    pages: pace(limits.changesPerPage / 4, limits.changesPerPage, elapsedMs),
    // A centre needs time for each command: begin with what is quick anywhere.
    pushes: pace(2 * limits.commandsPerTransaction, limits.pushCommands, elapsedMs),
    pieces: pace(quickPieceKilobytes, pieceKilobytes, elapsedMs),
  }
  let listening: Promise<void> | null = null
  let beatAt = Number.NEGATIVE_INFINITY
  let ended = false
  let callOff = () => {}

  const beat = async (link: Link) => {
    if (clock.elapsedMs() - beatAt < heartbeatEveryMs) return
    beatAt = clock.elapsedMs()
    await sendHeartbeat(link)
  }
  const listen = async () => {
    const began = clock.elapsedMs()
    await session.askQuietly((client) => client.listen(readPokes(() => void loop.now())))
    listening = null
    if (ended || session.connection().state !== 'online') return
    callOff = after(shortStreamMs - Math.min(shortStreamMs, clock.elapsedMs() - began), () => {
      if (!ended && session.connection().state === 'online') void loop.now()
    })
  }
  const round = async () => {
    announce('queue')
    const result = await session.ask(async (client, device) => {
      const link = { config, client, device, time, pace: paces, ...progress }
      const count = await roundOrLeave(link).catch(async (cause: unknown) => {
        // A centre that takes nothing more must know how much waits here all the same.
        if (cause instanceof CentreTrouble && cause.code === 'centre-error') await beat(link).catch(() => undefined)
        throw cause
      })
      await beat(link)
      return thenMove(link, count)
    })
    if (result.ok && !ended) listening ??= listen()
    announce('queue', 'status')
    return { ok: result.ok, value: result }
  }
  const loop = syncLoop<RoundResult>(round, () => Date.parse(clock.now()), Math.random, after)
  return {
    loop,
    async end() {
      ended = true
      callOff()
      await loop.pause()
      await listening
    },
  }
}

/** A device that hears that it is revoked takes its leave instead, now and in every round until that went through. */
async function roundOrLeave(link: Link): Promise<RoundCount> {
  if (link.config.leaving.isLocked()) return takeLeave(link)
  try {
    return await syncRound(await finishMove(link))
  } catch (cause) {
    if (!(cause instanceof CentreTrouble) || cause.problem !== 'revoked') throw cause
    return takeLeave(link)
  }
}

/** With all of it sent a device that is to move goes, and its first copy begins. */
async function thenMove(before: Link, count: RoundCount): Promise<RoundCount> {
  const link = await asItIs(before)
  const there = await goWhenFinished(link)
  return there === link ? count : syncRound(there)
}

/** Its generation may be another one since the round began. */
async function asItIs(link: Link): Promise<Link> {
  const device = await readDevice(link.config.store.read)
  return isEnrolled(device) ? { ...link, device } : link
}
