import { connect, createServer, type Server, type Socket } from 'node:net'
import { Transform } from 'node:stream'

const tickMs = 50

/** A line to a server that counts what goes over it, both ways, and may be narrowed to so many bytes a second (both ways together). */
export class NarrowLine {
  bytes = 0
  #bytesASecond = Number.POSITIVE_INFINITY
  /** When the line is free again, in milliseconds of the process. */
  #busyUntil = 0
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(targetPort: number) {
    this.#server = createServer((socket) => {
      const target = connect(targetPort, '127.0.0.1')
      for (const end of [socket, target]) {
        this.#sockets.add(end)
        end.on('error', () => {})
        end.on('close', () => this.#sockets.delete(end))
      }
      socket.pipe(this.#counted()).pipe(target)
      target.pipe(this.#counted()).pipe(socket)
      socket.on('close', () => target.destroy())
      target.on('close', () => socket.destroySoon())
    })
  }

  static async open(url: string): Promise<NarrowLine> {
    const line = new NarrowLine(Number(new URL(url).port))
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve))
    return line
  }

  get url(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  }

  narrowTo(bytesASecond: number): void {
    this.#bytesASecond = bytesASecond
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  #counted(): Transform {
    const line = this
    return new Transform({
      async transform(chunk: Buffer, _encoding, done) {
        const piece = Math.max(1, Math.floor((line.#bytesASecond * tickMs) / 1000))
        for (let at = 0; at < chunk.length; at += piece) {
          const part = chunk.subarray(at, at + piece)
          await line.#take(part.length)
          this.push(part)
        }
        done()
      },
    })
  }

  /** Waits for its turn on the line. */
  async #take(bytes: number): Promise<void> {
    this.bytes += bytes
    if (this.#bytesASecond === Number.POSITIVE_INFINITY) return
    const now = performance.now()
    const free = Math.max(now, this.#busyUntil) + (bytes * 1000) / this.#bytesASecond
    this.#busyUntil = free
    await new Promise((resolve) => setTimeout(resolve, free - now))
  }
}
