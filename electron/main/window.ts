import { app, BrowserWindow, type Input } from 'electron'
import { pageUrl } from './app-protocol.ts'
import { readWindowState, saveWindowState } from './window-state.ts'

const zoomSteps = [0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

/** The one window: sandboxed, without Node, without a way out. Shown when its first picture is ready, so nothing flashes. */
export function openWindow(dataDir: string, preload: string): BrowserWindow {
  const { bounds, maximised, zoom } = readWindowState(dataDir)
  const window = new BrowserWindow({
    ...(bounds ?? { width: 1366, height: 768, useContentSize: true }),
    minWidth: 1024,
    minHeight: 640,
    title: 'Loket',
    show: false,
    backgroundColor: '#F3F5F6',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged,
      spellcheck: false,
      zoomFactor: zoom,
    },
  })
  // Windows and macOS leave it out of pictures and shared screens of other programs; Linux cannot.
  if (app.isPackaged) window.setContentProtection(true)
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => saveWindowState(dataDir, window))
  window.on('page-title-updated', (event) => event.preventDefault())
  window.webContents.on('before-input-event', (event, input) => {
    if (zoomBy(window, input)) event.preventDefault()
  })
  void window.loadURL(pageUrl)
  return window
}

/** Ctrl + / - / 0, between 75 and 200 %. */
function zoomBy(window: BrowserWindow, input: Input): boolean {
  if (input.type !== 'keyDown' || !(input.control || input.meta) || input.alt) return false
  const now = window.webContents.getZoomFactor()
  const next = nextZoom(now, input.key)
  if (next === null) return false
  window.webContents.setZoomFactor(next)
  return true
}

function nextZoom(now: number, key: string): number | null {
  if (key === '0') return 1
  if (key === '+' || key === '=') return zoomSteps.find((step) => step > now + 0.01) ?? 2
  if (key === '-') return zoomSteps.findLast((step) => step < now - 0.01) ?? 0.75
  return null
}
