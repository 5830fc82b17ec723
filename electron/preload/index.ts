import { ipcRenderer } from 'electron'

/**
 * Hands the engine's port to the page, says when the engine went away and when the window is to be closed; nothing else. `contextBridge` cannot carry a
 * MessagePort, `window.postMessage` can. The messages are described in shared/contract/shell/to-page.ts.
 */
const { origin } = window.location

ipcRenderer.on('loket:port', (event) => window.postMessage({ type: 'loket:port' }, origin, [...event.ports]))
ipcRenderer.on('loket:engine-lost', () => window.postMessage({ type: 'loket:engine-lost' }, origin))
ipcRenderer.on('loket:fatal', (_event, code: string) => window.postMessage({ type: 'loket:fatal', code }, origin))

ipcRenderer.on('loket:close-asked', () => window.postMessage({ type: 'loket:close-asked' }, origin))

const said = ['loket:hello', 'loket:may-close', 'loket:close-held']

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window || event.origin !== origin) return
  const { data } = event
  const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : null
  if (typeof type === 'string' && said.includes(type)) ipcRenderer.send(type)
})
