import { type PageClosing, type PageHello, toPage } from '#shared/contract/shell/to-page.ts'
import type { EngineClient } from './engine-client.ts'

/** Listens for what the preload hands over; says hello so that a port comes even when the page was slow. */
export function listenForEngine(client: EngineClient): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== window) return
    const message = toPage.safeParse(event.data)
    if (!message.success) return
    if (message.data.type === 'loket:engine-lost') return client.lose()
    if (message.data.type === 'loket:fatal') return client.fail(message.data.code)
    if (message.data.type === 'loket:close-asked') return
    const port = event.ports[0]
    if (port) client.attach(port)
  })
  window.postMessage({ type: 'loket:hello' } satisfies PageHello, window.origin)
}

/** Somebody closes the window. Returns how to stop listening. */
export function onCloseAsked(run: () => void): () => void {
  const listen = (event: MessageEvent<unknown>) => {
    if (event.source !== window) return
    const message = toPage.safeParse(event.data)
    if (message.success && message.data.type === 'loket:close-asked') run()
  }
  window.addEventListener('message', listen)
  return () => window.removeEventListener('message', listen)
}

export function answerCloseAsked(type: PageClosing['type']): void {
  window.postMessage({ type } satisfies PageClosing, window.origin)
}
