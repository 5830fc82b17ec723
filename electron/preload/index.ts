import { ipcRenderer } from 'electron'

/**
 * Hands the engine's port to the page, and says when the engine went away; nothing else. `contextBridge` cannot carry a
 * MessagePort, `window.postMessage` can. The messages are described in shared/contract/shell/to-page.ts.
 */
const { origin } = window.location

ipcRenderer.on('loket:port', (event) => window.postMessage({ type: 'loket:port' }, origin, [...event.ports]))
ipcRenderer.on('loket:engine-lost', () => window.postMessage({ type: 'loket:engine-lost' }, origin))
ipcRenderer.on('loket:fatal', (_event, code: string) => window.postMessage({ type: 'loket:fatal', code }, origin))

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.origin !== origin) return
  const { data } = event
  const hello = typeof data === 'object' && data !== null && 'type' in data && data.type === 'loket:hello'
  if (hello) ipcRenderer.send('loket:hello')
})
