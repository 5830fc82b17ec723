import { connect, createServer, type Server, type Socket } from 'node:net'

/** The way to one port of this machine. Pulled, it loses every byte and says nothing; lines of before stay dead when it is in again. */
export class Cable {
  readonly address: string
  readonly #server: Server
  #sockets: Socket[] = []
  #pulled = false

  private constructor(server: Server, port: number) {
    this.#server = server
    this.address = `127.0.0.1:${port}`
  }

  static async to(target: number): Promise<Cable> {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const bound = server.address()
    if (bound === null || typeof bound === 'string') throw new Error('no port')
    const cable = new Cable(server, bound.port)
    server.on('connection', (near) => cable.#join(near, target))
    return cable
  }

  pull(): void {
    this.#pulled = true
    for (const socket of this.#sockets) socket.pause()
  }

  plugIn(): void {
    this.#pulled = false
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
  }

  #join(near: Socket, target: number): void {
    const far = connect(target, '127.0.0.1')
    this.#sockets.push(near, far)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => {})
      from.on('data', (bytes) => to.write(bytes))
      if (this.#pulled) from.pause()
    }
  }
}
