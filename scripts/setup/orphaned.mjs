import process from 'node:process'

/**
 * Calls `act` once when the process that started this one is gone: a signal to npm alone does not always come through its
 * shell. Does not keep this process alive. Windows does not tell: there it never calls.
 * @param {() => void} act
 */
export function whenOrphaned(act) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, 250)
  timer.unref()
}
