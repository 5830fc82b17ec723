import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Chance } from '../../server/simulate/chance.ts'

/** 64 kbit/s. */
const slowBytesPerSecond = 8_000
const tickMs = 50

/** What will happen to one connection, after so many bytes of both directions. */
interface Fate {
  readonly kind: 'well' | 'cut' | 'stall' | 'slow' | 'flip'
  readonly afterBytes: number
  /** Of a stall. */
  readonly ms: number
  /** Of a flip. */
  readonly bit: number
}

/** How often each fate befell a connection. */
export type Befallen = Record<Fate['kind'], number>

/** The line between one desk and the centre, at a fixed port: what happens to each connection is drawn by chance. */
export class RoughLine {
  readonly port: number
  readonly befallen: Befallen = { well: 0, cut: 0, stall: 0, slow: 0, flip: 0 }
  /** While false every new connection is a good one. */
  rough = false
  readonly #server: Server
  readonly #centrePort: number
  readonly #chance: Chance
  readonly #sockets = new Set<Socket>()

  private constructor(server: Server, port: number, centrePort: number, chance: Chance) {
    this.#server = server
    this.port = port
    this.#centrePort = centrePort
    this.#chance = chance
    server.on('connection', (desk) => this.#serve(desk))
  }

  static async open(port: number, centrePort: number, chance: Chance): Promise<RoughLine> {
    const server = createServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
    return new RoughLine(server, port, centrePort, chance)
  }

  /** From now on all is well; what stands is broken off. */
  mend(): void {
    this.rough = false
    for (const socket of this.#sockets) socket.destroy()
  }

  close(): Promise<void> {
    this.mend()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  #fate(): Fate {
    const roll = this.#chance.next()
    const [afterBytes, ms, bit] = [this.#below(12_000), 200 + this.#below(3_000), this.#below(8)]
    const kind = roll < 0.45 ? 'well' : roll < 0.65 ? 'cut' : roll < 0.75 ? 'stall' : roll < 0.82 ? 'slow' : 'flip'
    return { kind: this.rough ? kind : 'well', afterBytes, ms, bit }
  }

  #below = (end: number) => Math.floor(this.#chance.next() * end)

  #serve(desk: Socket): void {
    const centre = connect(this.#centrePort, '127.0.0.1')
    const fate = this.#fate()
    for (const [socket, other] of [
      [desk, centre],
      [centre, desk],
    ] as const) {
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        other.destroySoon()
      })
    }
    const passed = { bytes: 0, met: false }
    const pass = (to: Socket) => (chunk: Buffer) => this.#pass(chunk, to, fate, passed, [desk, centre])
    desk.on('data', pass(centre))
    centre.on('data', pass(desk))
  }

  #pass(chunk: Buffer, to: Socket, fate: Fate, passed: { bytes: number; met: boolean }, both: readonly Socket[]): void {
    const place = fate.afterBytes - passed.bytes
    passed.bytes += chunk.length
    if (fate.kind === 'slow') return void this.#slowly(chunk, to, both)
    if (fate.kind === 'well' || passed.met || place >= chunk.length) return void to.write(chunk)
    passed.met = true
    this.befallen[fate.kind] += 1
    if (fate.kind === 'cut')
      return void to.write(chunk.subarray(0, place), () => both.forEach((socket) => void socket.resetAndDestroy()))
    if (fate.kind === 'flip') {
      const changed = Buffer.from(chunk)
      changed[place] = (changed[place] ?? 0) ^ (1 << fate.bit)
      return void to.write(changed)
    }
    for (const socket of both) socket.pause()
    setTimeout(() => {
      to.write(chunk)
      for (const socket of both) socket.resume()
    }, fate.ms)
  }

  #slowly(chunk: Buffer, to: Socket, both: readonly Socket[]): void {
    this.befallen.slow += 1
    for (const socket of both) socket.pause()
    const drop = (slowBytesPerSecond * tickMs) / 1000
    let at = 0
    const timer = setInterval(() => {
      if (to.destroyed) return clearInterval(timer)
      to.write(chunk.subarray(at, at + drop))
      at += drop
      if (at < chunk.length) return
      clearInterval(timer)
      for (const socket of both) socket.resume()
    }, tickMs)
  }
}
