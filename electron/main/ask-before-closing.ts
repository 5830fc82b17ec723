import { app, type BrowserWindow, powerMonitor } from 'electron'

/** What the page answers: it may be closed, or somebody is being warned first. */
export interface ClosingAnswers {
  mayClose(): void
  held(): void
}

/** A page that does not answer in this time keeps nobody from closing. */
const answerMs = 1_500

/**
 * Closing the window by hand asks the page first, which warns where acts are unsent. Whatever else ends the program is never held up: quitting, an end
 * of the Windows session, a power-down, a page that is gone or silent.
 */
export function askBeforeClosing(window: BrowserWindow): ClosingAnswers {
  let free = false
  let silence: NodeJS.Timeout | undefined
  const letGo = () => {
    free = true
    clearTimeout(silence)
  }
  const close = () => {
    letGo()
    if (!window.isDestroyed()) window.close()
  }
  app.once('before-quit', letGo)
  powerMonitor.once('shutdown', letGo)
  window.once('query-session-end', letGo)
  window.once('session-end', letGo)
  window.on('close', (event) => {
    if (free || window.webContents.isCrashed()) return
    event.preventDefault()
    if (window.isMinimized()) window.restore()
    window.webContents.send('loket:close-asked')
    clearTimeout(silence)
    silence = setTimeout(close, answerMs)
  })
  window.once('closed', () => clearTimeout(silence))
  return { mayClose: close, held: () => clearTimeout(silence) }
}
