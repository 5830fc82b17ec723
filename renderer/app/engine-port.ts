import { type PageHello, toPage } from '#shared/contract/shell/to-page.ts'
import type { EngineClient } from './engine-client.ts'

/** Listens for what the preload hands over; says hello so that a port comes even when the page was slow. */
export function listenForEngine(client: EngineClient): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window) return
    const message = toPage.safeParse(event.data)
    if (!message.success) return
    if (message.data.type === 'loket:engine-lost') return client.lose()
    if (message.data.type === 'loket:fatal') return client.fail(message.data.code)
    const port = event.ports[0]
    if (port) client.attach(port)
  })
  window.postMessage({ type: 'loket:hello' } satisfies PageHello, window.origin)
}
