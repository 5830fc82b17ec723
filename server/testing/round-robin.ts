import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

export interface RoundRobin {
  readonly url: string
  close(): Promise<void>
}

/** A load balancer that knows nothing of what it carries: every request goes to the next of these servers, streams included. */
export async function roundRobin(urls: readonly string[], beforeEach: () => Promise<unknown>): Promise<RoundRobin> {
  let next = 0
  const server = createServer((asked, answer) => {
    const url = urls[next++ % urls.length] ?? ''
    beforeEach().then(
      () => passOn(new URL(url), asked, answer),
      () => answer.destroy(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function passOn({ hostname, port }: URL, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, url: path, headers } = asked
  const passed = request({ hostname, port, method, path, headers, agent: false }, (got) => {
    answer.writeHead(got.statusCode ?? 502, got.headers)
    got.pipe(answer)
    got.once('error', () => answer.destroy())
  })
  passed.once('error', () => answer.destroy())
  answer.once('close', () => passed.destroy())
  asked.pipe(passed)
}
