import { z } from 'zod'

const targets = z.array(z.looseObject({ type: z.string(), url: z.string(), webSocketDebuggerUrl: z.string() }))
const answer = z.looseObject({
  id: z.number().optional(),
  result: z.looseObject({ result: z.looseObject({ value: z.unknown() }).optional() }).optional(),
})

/**
 * Evaluates one expression in the page of an Electron that was started with a remote debugging port, waiting for its
 * promise. Much lighter than a test driver: it must not weigh on what it measures.
 */
export async function askPage(port: number, expression: string, deadline: number): Promise<unknown> {
  while (Date.now() < deadline) {
    const value = await evaluate(await pageUrl(port, deadline), expression)
    // A page that was still on its way in loses the question.
    if (value !== undefined) return value
  }
  throw new Error('the page gave no answer in time')
}

async function evaluate(url: string, expression: string): Promise<unknown> {
  const socket = new WebSocket(url)
  try {
    await once(socket, 'open')
    const reply = new Promise<unknown>((resolve, reject) => {
      socket.addEventListener('close', () => reject(new Error('the page went away')))
      socket.addEventListener('message', ({ data }) => {
        const message = answer.parse(JSON.parse(String(data)))
        if (message.id === 1) resolve(message.result?.result?.value)
      })
    })
    const params = { expression, awaitPromise: true, returnByValue: true }
    socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
    return await reply
  } finally {
    socket.close()
  }
}

async function pageUrl(port: number, deadline: number): Promise<string> {
  while (Date.now() < deadline) {
    const page = (await listTargets(port)).find(
      ({ type, url }) => type === 'page' && url !== '' && url !== 'about:blank',
    )
    if (page) return page.webSocketDebuggerUrl
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('no page opened in time')
}

async function listTargets(port: number) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/json/list`)
    return targets.parse(await response.json())
  } catch {
    return []
  }
}

function once(socket: WebSocket, event: 'open'): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener(event, () => resolve())
    socket.addEventListener('error', () => reject(new Error('the page refused the line')))
  })
}
