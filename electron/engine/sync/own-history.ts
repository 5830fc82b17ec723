import { askGeneration } from './ask-generation.ts'
import { CentreTrouble } from './centre-trouble.ts'
import { compareStanding } from './compare-standing.ts'
import { generationsOf } from './generation-keys.ts'
import type { Link } from './link.ts'
import { finishGeneration, takeGeneration } from './next-generation.ts'
import { pushCommands } from './push.ts'
import { stopPush } from './push-stop.ts'
import { recall } from './sync-state.ts'
import { uploadAudit } from './upload-audit.ts'

/** A device parts with its own past once or twice in a round, not more: that would be two computers taking turns. */
const mostForks = 3

export interface PushedWhole {
  readonly sent: number
  /** With another generation where the device had to take one. */
  readonly link: Link
}

/**
 * Commands and audit entries go up. Where the centre has another history of this device than it has itself, it takes a new generation and sends on; where the centre
 * has less, it gets it again. Throws CentreTrouble; `device-copied` when another computer has gone on under this identity.
 */
export async function sendHistory(first: Link): Promise<PushedWhole> {
  let link = first
  let sent = 0
  for (let forks = 0; ; forks++) {
    const behind = await isBehind(link)
    const pushed = await pushCommands(link)
    sent += pushed.sent
    const auditFork = await uploadAudit(link)
    if (pushed.forkAt === null && auditFork === null && !behind) return { sent, link }
    if (forks === mostForks) throw new CentreTrouble('centre-error', 'unexpected')
    const forkAt = pushed.forkAt ?? ((await recall(link.config.store.read, 'answered-up-to')) ?? 0) + 1
    link = await orCopied(link, () => takeGeneration(link, pushed.forkAt === null ? 'restored' : 'forked', forkAt))
  }
}

/** Holds what the centre last said of itself against what is here: true when it knows more of this device than the device does. */
async function isBehind(link: Link): Promise<boolean> {
  await link.client.signIn()
  const news = link.client.takeNews()
  return news !== null && (await compareStanding(link, news)).restored
}

/** The way in: goes on with a generation that was asked for, and tells a centre that was restored of those that it forgot. Throws CentreTrouble. */
export async function withIdentity(link: Link): Promise<Link> {
  try {
    return await enter(link)
  } catch (cause) {
    if (!(cause instanceof CentreTrouble)) throw cause
    if (cause.problem === 'unauthorised' && (await askForEarlier(link))) return enter(link)
    if (cause.problem !== 'superseded') throw cause
    const forkAt = ((await recall(link.config.store.read, 'answered-up-to')) ?? 0) + 1
    return orCopied(link, () => takeGeneration(link, 'copied', forkAt))
  }
}

async function enter(link: Link): Promise<Link> {
  const here = await finishGeneration(link)
  await here.client.signIn()
  return here
}

/** Asks once more for every generation that was given here, in order. False when there was none. */
async function askForEarlier({ config, client, device }: Link): Promise<boolean> {
  const { deviceId } = device.identity
  const kept = await generationsOf(config.store.read, device)
  for (const { generation: atLeast, from: before, keys } of kept) {
    const from = kept.find(({ generation }) => generation === before)
    if (from) await askGeneration(client, { deviceId, from, atLeast, keys, reason: 'again' })
  }
  client.forgetToken()
  return kept.length > 1
}

async function orCopied<T>(link: Link, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    if (cause instanceof CentreTrouble && cause.problem === 'superseded') await stopPush(link, 'copied')
    throw cause
  }
}
