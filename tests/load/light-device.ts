import { createHash, sign } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type PushedCommand, pageEnd, problem, pushAnswer, tokenAnswer } from '#shared/contract/sync/protocol.ts'
import { type DoneAct, handOver, stored } from './acts.ts'
import { type AuditEntry, Chain } from './chain.ts'
import { Line, type Question, type Took } from './line.ts'
import type { Desk } from './world.ts'

/** What a device tells besides its requests. */
export interface Told {
  took(took: Took): void
  /** A verdict other than `applied`, a refusal, a request without an answer. */
  wrong(what: string): void
  /** From the act at the desk to its verdict, milliseconds. */
  acknowledged(ms: number): void
  changes(count: number): void
}

const nobody: Told = { took() {}, wrong() {}, acknowledged() {}, changes() {} }
const pollMs = 60_000
const beatMs = 300_000
const againMs = 1000

/**
 * A desk that speaks the protocol as the engine does (same order of a round, same chains, real signatures) and keeps in memory only what the protocol needs:
 * its chains, its queue and its cursor. It stores no rows and draws no screen, so its own speed says nothing of a desk's.
 */
export class LightDevice {
  readonly #desk: Desk
  readonly #chain: Chain
  #told: Told = nobody
  #line = new Line('http://127.0.0.1', () => {})
  #queue: { readonly command: PushedCommand; readonly at: number }[] = []
  #entries: AuditEntry[] = []
  #pictures: Buffer[] = []
  #cursor: string | null = null
  #running: Promise<void> | null = null
  #again = false
  #timers: NodeJS.Timeout[] = []
  #stopListening: (() => void) | null = null
  #open = false
  #acts = 0

  constructor(desk: Desk) {
    this.#desk = desk
    this.#chain = new Chain({ ...desk, scope: desk.unit.scope })
  }

  /** Who is told from now on. */
  tell(told: Told): void {
    this.#told = told
  }

  /** Signs in, catches up and listens; where that fails it is told, and tried again. */
  async arrive(url: string): Promise<void> {
    this.#line = new Line(url, (took) => this.#told.took(took))
    this.#open = true
    while (!(await this.#tried(() => this.#comeIn()))) await sleep(againMs)
    const beat = () => void this.#tried(() => this.#beat())
    this.#timers = [setInterval(() => this.round(), pollMs), setInterval(beat, beatMs)]
  }

  async #comeIn(): Promise<void> {
    await this.#signIn()
    await this.#listen()
    this.round()
    await this.#beat()
  }

  async #tried(run: () => Promise<void>): Promise<boolean> {
    try {
      await run()
      return true
    } catch (cause) {
      if (this.#open) this.#told.wrong(cause instanceof Error ? cause.message : String(cause))
      return false
    }
  }

  /** A card is handed over; or, now and then, put elsewhere. False when this unit has no card left. */
  act(): boolean {
    const card = this.#desk.unit.cards.pop()
    if (!card) return false
    const { deviceCode } = this.#desk
    this.#acts += 1
    if (this.#acts % 5 !== 0) this.#note(handOver(card.id, deviceCode, this.#acts), card.id)
    else {
      this.#note(stored(card.id, deviceCode), card.id)
      this.#desk.unit.cards.unshift(card)
    }
    return true
  }

  /** A round that begins after this call; one that runs already may have passed the step that matters. */
  round(): void {
    if (this.#running) this.#again = true
    else
      this.#running = this.#tried(() => this.#rounds()).then(() => {
        this.#running = null
      })
  }

  async leave(): Promise<void> {
    this.#open = false
    for (const timer of this.#timers) clearInterval(timer)
    this.#stopListening?.()
    await this.#running
    this.#line.close()
  }

  /** In the middle of a round. */
  get busy(): boolean {
    return this.#running !== null
  }

  get unsent(): number {
    return this.#queue.length + this.#entries.length + this.#pictures.length
  }

  #note(done: DoneAct, subject: string): void {
    const command = this.#chain.command(done)
    this.#queue.push({ command, at: performance.now() })
    for (const kind of done.looked) this.#entries.push(this.#chain.entry(kind, subject, null))
    this.#entries.push(this.#chain.entry(done.type, subject, command.hash))
    if (done.picture) this.#pictures.push(done.picture)
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false
      await this.#push()
      await this.#audit()
      await this.#blobs()
      await this.#pull()
    } while (this.#again)
  }

  async #push(): Promise<void> {
    while (this.#queue.length > 0) {
      const sent = this.#queue.slice(0, 100)
      const body = { ...this.#itself, commands: sent.map(({ command }) => command) }
      const answer = await this.#ask({ kind: 'push', method: 'POST', path: '/v1/sync/push', body })
      const { verdicts } = pushAnswer.parse(JSON.parse(answer))
      for (const { kind, code } of verdicts) if (kind !== 'applied') this.#told.wrong(`${kind} ${code}`)
      for (const { at } of sent) this.#told.acknowledged(performance.now() - at)
      this.#queue = this.#queue.slice(sent.length)
    }
  }

  async #audit(): Promise<void> {
    if (this.#entries.length === 0) return
    const entries = this.#entries.slice(0, 500)
    await this.#ask({ kind: 'audit', method: 'POST', path: '/v1/sync/audit', body: { ...this.#itself, entries } })
    this.#entries = this.#entries.slice(entries.length)
  }

  async #blobs(): Promise<void> {
    for (const picture of this.#pictures.splice(0)) {
      const name = createHash('sha256').update(picture).digest('hex')
      await this.#ask({ kind: 'blob', method: 'PUT', path: `/v1/blobs/${name}`, body: picture })
    }
  }

  async #pull(): Promise<void> {
    for (let more = true; more; ) {
      const cursor = this.#cursor ?? (await this.#copy())
      const path = `/v1/sync/changes?limit=2000&cursor=${encodeURIComponent(cursor)}`
      more = this.#keep(await this.#ask({ kind: 'changes', method: 'GET', path })).more
    }
  }

  async #copy(): Promise<string> {
    const { scope } = this.#desk.unit
    for (let after: string | null = ''; after !== null; ) {
      const from: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const path = `/v1/sync/snapshot?limit=2000&scope=${scope}${from}`
      after = this.#keep(await this.#ask({ kind: 'snapshot', method: 'GET', path })).after
    }
    return this.#cursor ?? ''
  }

  /** The rows are counted and thrown away: what a desk does with them is measured elsewhere. */
  #keep(page: string) {
    const lines = page.trimEnd().split('\n')
    const end = pageEnd.parse(JSON.parse(lines.pop() ?? ''))
    this.#cursor = end.cursor
    this.#told.changes(lines.length)
    return end
  }

  async #signIn(): Promise<void> {
    const { deviceId, signingKey } = this.#desk
    this.#line.token = null
    const asked = { kind: 'challenge', method: 'POST', path: '/v1/challenge', body: { deviceId } } as const
    const { nonce } = JSON.parse(await this.#ask(asked))
    const signature = sign(null, Buffer.from(`loket-token:${nonce}`), signingKey).toString('base64url')
    const body = { deviceId, nonce, signature }
    const answer = await this.#ask({ kind: 'token', method: 'POST', path: '/v1/token', body })
    this.#line.token = tokenAnswer.parse(JSON.parse(answer)).token
  }

  async #listen(): Promise<void> {
    const ended = () => this.#open && this.#told.wrong('the stream of pokes ended')
    this.#stopListening = await this.#line.listen(() => this.round(), ended)
  }

  async #beat(): Promise<void> {
    const { deviceId } = this.#desk
    const state = { appVersion: '1.1.0', unsent: this.#queue.length, oldestUnsentAt: null, freeDiskBytes: 4e10 }
    const body = { ...state, deviceTime: new Date().toISOString() }
    await this.#ask({ kind: 'heartbeat', method: 'POST', path: `/v1/devices/${deviceId}/heartbeat`, body })
  }

  get #itself() {
    return { deviceId: this.#desk.deviceId, generation: 1 }
  }

  /** The text of a good answer. Throws what the server said otherwise. */
  async #ask(question: Question): Promise<string> {
    const { status, text } = await this.#line.ask(question)
    if (status >= 200 && status < 300) return text
    throw new Error(`${question.kind} ${status} ${problem.safeParse(JSON.parse(text)).data?.error ?? ''}`)
  }
}
