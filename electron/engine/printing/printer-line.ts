import type { Socket } from 'node:net'
import { connect } from 'node:net'
import type { Answers } from './printer-status.ts'
import { sortAnswers } from './printer-status.ts'

/** A TCP connection to a printer: remembers what it said and how it ended, and lets one wait for either. */
export class PrinterLine {
  /** `ended`: the printer closed in order; `broken`: reset or unreachable. */
  state: 'open' | 'ended' | 'broken' = 'open'
  private readonly socket: Socket
  private heard: Buffer = Buffer.alloc(0)
  private readonly listeners = new Set<() => void>()

  private constructor(socket: Socket) {
    this.socket = socket
    socket.setNoDelay(true)
    socket.on('data', (bytes) => this.changed(() => (this.heard = Buffer.concat([this.heard, bytes]))))
    socket.on('end', () => this.changed(() => (this.state = this.state === 'open' ? 'ended' : this.state)))
    socket.on('error', () => this.changed(() => (this.state = 'broken')))
    socket.on('close', () => this.changed(() => (this.state = this.state === 'open' ? 'broken' : this.state)))
  }

  /** Null when the printer does not take the call before `signal` is aborted. */
  static async open(host: string, port: number, signal: AbortSignal): Promise<PrinterLine | null> {
    if (signal.aborted) return null
    const socket = connect({ host, port, allowHalfOpen: true })
    const line = new PrinterLine(socket)
    socket.once('connect', () => line.changed(() => undefined))
    await line.until(() => !socket.connecting || line.state !== 'open', signal)
    if (!socket.connecting && line.state === 'open') return line
    line.close()
    return null
  }

  /** Everything said since the last `forget`. */
  answers(): Answers {
    return sortAnswers(this.heard)
  }

  forget(): void {
    this.heard = Buffer.alloc(0)
  }

  /** True when the operating system has taken all bytes; false when the printer stopped taking them, or went away. */
  async send(bytes: Buffer, signal: AbortSignal): Promise<boolean> {
    let taken = false
    this.socket.write(bytes, (error) => this.changed(() => (taken = !error)))
    await this.until(() => taken || this.state !== 'open', signal)
    return taken && this.state === 'open'
  }

  /** Says that no more will come; the printer's answers are still heard. */
  finish(): void {
    this.socket.end()
  }

  /** Waits until `reached`, or until `signal` is aborted; true when it was reached. */
  async until(reached: () => boolean, signal: AbortSignal): Promise<boolean> {
    if (reached()) return true
    if (signal.aborted) return false
    return new Promise((resolve) => {
      const settle = () => {
        if (!reached() && !signal.aborted) return
        this.listeners.delete(settle)
        signal.removeEventListener('abort', settle)
        resolve(reached())
      }
      this.listeners.add(settle)
      signal.addEventListener('abort', settle)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  private changed(change: () => unknown): void {
    change()
    for (const listener of [...this.listeners]) listener()
  }
}
