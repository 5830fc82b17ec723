import type { TLSSocket } from 'node:tls'
import type { PushedCommand } from '#shared/contract/sync/protocol.ts'
import type { WriteDb } from '../database/handles.ts'
import type { HeldClaim } from './claim-book.ts'
import { ClaimBook } from './claim-book.ts'
import { LanLink } from './lan-link.ts'
import type { LanWorld } from './lan-world.ts'
import { type LanMessage, limits, type MessageOf } from './messages.ts'
import { dropOthersThan, factsFor, keepFact, lastOwnPosition, noteSeen, ownFactsAfter } from './neighbour-acts.ts'
import { type ProvenFact, proveFact } from './prove-fact.ts'
import { type Neighbour, type Roster, readRoster } from './roster.ts'

/** Waited for a desk that is asked. One that does not answer in this time counts as not there for this question. */
const answerWithinMs = 300
/** So many questions in a row without an answer: its line is closed. One alone may be a busy moment, and the next question is the one that confirms. */
const mostMissed = 2
/** A desk that does not reach the centre learns of confirmed hand-overs so far back, too. */
const confirmedHours = 24

/** This desk among the others: the lines to them, what they say, what they are told, and who is handing over what. */
export class LanDesk {
  readonly #world: LanWorld
  readonly #deviceId: string
  readonly #claims: ClaimBook
  readonly #links = new Map<string, LanLink>()
  readonly #ends = {
    heard: (link: LanLink, message: LanMessage) => this.#heard(link, message),
    closed: (link: LanLink) => this.#closed(link),
  }
  /** Own facts up to here were told to every desk that was connected. */
  #toldUpTo = 0
  #telling: Promise<void> = Promise.resolve()
  #open = true

  private constructor(world: LanWorld, deviceId: string) {
    this.#world = world
    this.#deviceId = deviceId
    this.#claims = new ClaimBook(deviceId, () => world.clock.elapsedMs())
  }

  static async open(world: LanWorld, deviceId: string): Promise<LanDesk> {
    const desk = new LanDesk(world, deviceId)
    desk.#toldUpTo = await lastOwnPosition(world.store.read)
    return desk
  }

  /** Ids of the devices whose line stands. */
  connected(): ReadonlySet<string> {
    return new Set(this.#links.keys())
  }

  /** A line whose other end proved to hold this neighbour's key. */
  join(socket: TLSSocket, neighbour: Neighbour, dialledBy: string): void {
    if (this.#open) new LanLink(socket, neighbour, dialledBy, this.#ends)
    else socket.destroy()
  }

  /** Tells every desk what was done here since it was last told; resolves when it is on the line. */
  tell(): Promise<void> {
    this.#telling = this.#telling.then(() => this.#tellNew()).catch((cause) => this.#world.log.error('lan-tell', cause))
    return this.#telling
  }

  /** Claims the cards here and at every desk that can be asked; returns those that another desk is handing over. */
  async claim(cardIds: readonly string[], ms: number): Promise<readonly HeldClaim[]> {
    const held = new Map<string, HeldClaim>()
    for (const cardId of cardIds) {
      const other = this.#claims.heldByOther(cardId)
      if (other) held.set(cardId, other)
      else this.#claims.ask(cardId, ms)
    }
    const asked = cardIds.filter((cardId) => !held.has(cardId))
    for (const one of await this.#ask(asked, ms)) held.set(one.cardId, one)
    for (const cardId of asked) {
      if (!held.has(cardId) && !this.#claims.confirm(cardId)) {
        const other = this.#claims.heldByOther(cardId)
        if (other) held.set(cardId, other)
      }
    }
    this.release(asked.filter((cardId) => held.has(cardId)))
    return [...held.values()]
  }

  /** Gives own claims back. */
  release(cardIds: readonly string[]): void {
    if (cardIds.length === 0) return
    for (const cardId of cardIds) this.#claims.end(cardId)
    for (const link of this.#links.values()) link.send({ t: 'release', cardIds: [...cardIds] })
  }

  /** Ends the lines to whom the centre does not vouch for any more, and drops what only they said. */
  async checkRoster(roster: Roster): Promise<void> {
    const known = new Map(roster.others.map((one) => [one.lanKey, one]))
    for (const link of this.#links.values()) if (!known.has(link.neighbour.lanKey)) link.close()
    const trusted = roster.others.map(({ deviceId }) => deviceId)
    await this.#write(async (trx) => this.#world.baseRows.refresh(trx, await dropOthersThan(trx, trusted)))
  }

  /** Ends every line; nothing of it touches the database afterwards. */
  async close(): Promise<void> {
    this.#open = false
    for (const link of this.#links.values()) link.close()
    await this.#telling
    await this.#world.settled()
  }

  async #ask(cardIds: readonly string[], ms: number): Promise<readonly HeldClaim[]> {
    const links = [...this.#links.values()]
    if (cardIds.length === 0 || links.length === 0) return []
    const answers = await Promise.all(
      links.map(async (link) => {
        const held = await link.claim(cardIds, ms, answerWithinMs)
        if (link.missed >= mostMissed) link.close()
        return held ?? []
      }),
    )
    const wanted = new Set(cardIds)
    return answers.flat().filter(({ cardId, deviceId }) => wanted.has(cardId) && deviceId !== this.#deviceId)
  }

  async #heard(link: LanLink, message: LanMessage): Promise<void> {
    if (!this.#open) return
    if (message.t === 'hello') return this.#greeted(link)
    if (this.#links.get(link.neighbour.deviceId) !== link) return
    if (message.t === 'facts') await this.#keep(link, message.commands)
    if (message.t === 'claim') await this.#answer(link, message)
    if (message.t === 'release') for (const id of message.cardIds) this.#claims.end(id, link.neighbour.deviceId)
  }

  /** Where both desks dialled, the line of the one with the lower id stays; a second one of the same dialler takes the first one's place. */
  async #greeted(link: LanLink): Promise<void> {
    const { deviceId, scope } = link.neighbour
    const other = this.#links.get(deviceId)
    if (other === link) return
    if (other && other.dialledBy !== link.dialledBy && other.dialledBy < link.dialledBy) return link.close()
    this.#links.set(deviceId, link)
    other?.close()
    await this.#noteSeen(deviceId)
    const since = new Date(Date.parse(this.#world.clock.now()) - confirmedHours * 3_600_000).toISOString()
    sendFacts(link, ofScope(await factsFor(this.#world.store.read, deviceId, since), scope))
    this.#world.announce('status')
  }

  #closed(link: LanLink): void {
    const { deviceId } = link.neighbour
    if (this.#links.get(deviceId) !== link) return
    this.#links.delete(deviceId)
    if (!this.#open) return
    void this.#noteSeen(deviceId).then(() => this.#world.announce('status'))
  }

  #noteSeen = (deviceId: string) => this.#write((trx) => noteSeen(trx, deviceId, this.#world.clock.now()))

  /** What was recorded here is on the line before the answer is: who asks knows it when it reads the answer. */
  async #answer(link: LanLink, { ref, cardIds, ms }: MessageOf<'claim'>): Promise<void> {
    await this.tell()
    const { deviceId } = link.neighbour
    const held = cardIds.flatMap((cardId) => this.#claims.give(cardId, deviceId, ms) ?? [])
    link.send({ t: 'answer', ref, held: held.map((one) => ({ ...one })) })
  }

  async #keep(link: LanLink, commands: readonly PushedCommand[]): Promise<void> {
    const roster = await readRoster(this.#world.store.read, this.#world.clock.now())
    const facts = roster ? commands.flatMap((command) => this.#believed(command, roster)) : []
    if (facts.length === 0) return
    const topics = await this.#write(async (trx) => {
      const cards = new Set<string>()
      for (const fact of facts) if (await keepFact(trx, fact)) cards.add(`card/${fact.cardId}`)
      return this.#world.baseRows.refresh(trx, [...cards])
    })
    if (topics === null) return link.close()
    for (const { cardId, deviceId } of facts) this.#claims.end(cardId, deviceId)
    if (topics.size > 0) this.#world.announce(...topics)
  }

  #believed(command: PushedCommand, roster: Roster): readonly ProvenFact[] {
    const fact = proveFact(command, roster)
    if (typeof fact !== 'string') return [fact]
    if (fact !== 'unknown-device') this.#world.log.info('lan-fact-not-believed', { why: fact })
    return []
  }

  async #tellNew(): Promise<void> {
    if (!this.#open) return
    const facts = await ownFactsAfter(this.#world.store.read, this.#toldUpTo)
    const last = facts.at(-1)
    if (!last) return
    this.#toldUpTo = last.position
    for (const { cardId } of facts) this.#claims.end(cardId)
    for (const link of this.#links.values()) sendFacts(link, ofScope(facts, link.neighbour.scope))
  }

  /** Null where it could not be written (a full disk): facts are told again when their line is dialled again. */
  async #write<T>(run: (trx: WriteDb) => Promise<T>): Promise<T | null> {
    try {
      return await this.#world.write(run)
    } catch (cause) {
      this.#world.log.error('lan-write', cause)
      return null
    }
  }
}

type Fact = Pick<PushedCommand, 'envelope' | 'hash' | 'signature' | 'payload' | 'salt'>

/** A desk is told of its own office only. */
const ofScope = (facts: readonly Fact[], scope: string): readonly Fact[] =>
  facts.filter(({ envelope }) => (JSON.parse(envelope) as { scope: string }).scope === scope)

function sendFacts(link: LanLink, facts: readonly Fact[]): void {
  for (let from = 0; from < facts.length; from += limits.factsPerMessage) {
    const commands = facts
      .slice(from, from + limits.factsPerMessage)
      .map(({ envelope, hash, signature, payload, salt }) => ({ envelope, hash, signature, payload, salt }))
    link.send({ t: 'facts', commands })
  }
}
