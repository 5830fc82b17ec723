import { app, type BrowserWindow, ipcMain, Menu, net, powerMonitor, safeStorage, session } from 'electron'
import { answerEngine } from './answer-engine.ts'
import { registerScheme, servePage } from './app-protocol.ts'
import { askBeforeClosing } from './ask-before-closing.ts'
import { type EngineProcess, runEngine } from './engine-process.ts'
import { installerOf } from './install-file.ts'
import { isToBeDebugged } from './is-to-be-debugged.ts'
import { keyTerms, openKey } from './key-store.ts'
import { mayHavePort } from './may-have-port.ts'
import { allowOnlyCamera, forbidNavigation } from './permissions.ts'
import { choosePlaces, type Places } from './places.ts'
import { StagedUpdate } from './staged-update.ts'
import { updateTerms } from './update-terms.ts'
import { openWindow } from './window.ts'

const places = choosePlaces()
registerScheme()

let window: BrowserWindow | null = null
let engine: EngineProcess | null = null
let ending = false
const update = new StagedUpdate({
  dataDir: places.dataDir,
  version: app.getVersion(),
  install: installerOf({ ...process, isPackaged: app.isPackaged, isRoot: process.getuid?.() === 0 }),
  relaunch: () => app.relaunch(),
})

if (isToBeDebugged()) refuse()
else if (app.requestSingleInstanceLock()) run()
else app.quit()

function refuse(): void {
  console.error('[shell] this program does not let itself be debugged')
  app.exit(1)
}

function run(): void {
  app.on('second-instance', () => showAgain())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    const running = engine
    ending = true
    if (!running) return
    event.preventDefault()
    engine = null
    // Not within this event: where the engine is gone already, Electron would take no notice of a second wish to quit.
    void running
      .stop()
      .then(() => update.installAtEnd())
      .finally(() => setImmediate(() => app.quit()))
  })
  forbidNavigation()
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
  void app.whenReady().then(start)
}

function start(): void {
  // First of all: its process takes longest to come up, and the page waits for it.
  startEngine(places)
  allowOnlyCamera(session.defaultSession)
  servePage(places.page)
  ipcMain.on('loket:hello', (event) => {
    if (!mayHavePort(event, window?.webContents)) return
    engine?.connect(event.sender)
  })
  window = openWindow(places.dataDir, places.preload)
  const closing = askBeforeClosing(window)
  const ofPage = (run: () => void) => (event: Electron.IpcMainEvent) => {
    if (event.sender === window?.webContents) run()
  }
  ipcMain.on('loket:may-close', ofPage(closing.mayClose))
  ipcMain.on('loket:close-held', ofPage(closing.held))
  window.on('closed', () => {
    window = null
  })
  window.once('session-end', () => update.notNow())
  watchMachine()
}

function startEngine({ dataDir, engine: entry, resourcesDir, sqliteBinding }: Places): void {
  const { isPackaged } = app
  const around = { keyStore: safeStorage, platform: process.platform, isPackaged, env: process.env }
  const enrolCode = isPackaged ? undefined : process.env.LOKET_ENROL_CODE
  engine = runEngine({
    entry,
    start: () => ({
      type: 'start',
      dataDir,
      ...keyTerms(openKey(dataDir, around)),
      serverUrl: process.env.LOKET_SERVER_URL ?? 'http://127.0.0.1:4750',
      appVersion: app.getVersion(),
      resourcesDir,
      ...(sqliteBinding ? { sqliteBinding } : {}),
      ...(enrolCode ? { enrolCode } : {}),
      ...updateTerms(update, app.getAppPath()),
    }),
    answer: (asked) => answerEngine({ window, update, dataDir, around }, asked),
  })
}

function showAgain(): void {
  // It is ending: who wants it back gets it once the new version is in its place.
  if (ending) update.openAgain()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The operating system's view of network and power; sync decides what it is worth. */
function watchMachine(): void {
  let online = net.isOnline()
  setInterval(() => {
    if (net.isOnline() === online) return
    online = !online
    engine?.send({ type: 'network', online })
  }, 2000).unref()
  powerMonitor.once('shutdown', () => update.notNow())
  for (const event of ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown'] as const) {
    powerMonitor.on(event as 'resume', () => engine?.send({ type: 'power', event }))
  }
}
