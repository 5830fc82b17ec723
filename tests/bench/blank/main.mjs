// The least that an Electron program can be: one sandboxed window of the app's size with one button. What Loket's start
// and memory are measured against.
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'

// Not awaited: `ready` comes only after this module has been run.
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)))
})
app.on('window-all-closed', () => app.quit())
