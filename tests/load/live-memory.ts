/** What V8 says of one heap, in bytes (Chrome DevTools Protocol, Runtime.getHeapUsage). */
interface HeapUsage {
  readonly usedSize: number
  /** Buffers, outside of the heap. */
  readonly backingStorageSize?: number
}

/**
 * Bytes that a server still holds after a full collection. What the system gave to the process says less: V8 takes room as long as there is some, and gives
 * it back when it likes. `inspector`: address of the process's inspector.
 */
export async function liveBytes(inspector: string): Promise<number> {
  const line = await Inspector.open(inspector)
  try {
    await line.ask('HeapProfiler.collectGarbage')
    const { usedSize, backingStorageSize = 0 } = (await line.ask('Runtime.getHeapUsage')) as HeapUsage
    return usedSize + backingStorageSize
  } finally {
    line.close()
  }
}

class Inspector {
  readonly #socket: WebSocket
  #lastId = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  static async open(address: string): Promise<Inspector> {
    const socket = new WebSocket(address)
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve()
      socket.onerror = () => reject(new Error('the inspector of the server does not answer'))
    })
    return new Inspector(socket)
  }

  ask(method: string): Promise<unknown> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#socket.onclose = () => reject(new Error('the inspector of the server closed its line'))
      this.#socket.onmessage = ({ data }) => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { message: string } }
        if (answer.id !== id) return
        if (answer.error) reject(new Error(answer.error.message))
        else resolve(answer.result)
      }
      this.#socket.send(JSON.stringify({ id, method }))
    })
  }

  close(): void {
    this.#socket.onclose = null
    this.#socket.close()
  }
}
