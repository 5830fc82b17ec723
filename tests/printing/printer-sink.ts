import type { AddressInfo, Server, Socket } from 'node:net'
import { createServer } from 'node:net'
import type { Question } from './escpos-stream.ts'
import { receive } from './escpos-stream.ts'

/**
 * `good` talks (DLE EOT, GS r). `silent` reads, says nothing and closes after us, as cheap print servers do. `mute` reads and never closes.
 * `stalled` never reads. `paper-out` and `cover-open` say so when asked. `paper-runs-out` has paper until the job comes.
 * `closes-mid-job` breaks the connection at the first printed byte.
 */
export type PrinterBehaviour =
  | 'good'
  | 'silent'
  | 'mute'
  | 'stalled'
  | 'paper-out'
  | 'cover-open'
  | 'paper-runs-out'
  | 'closes-mid-job'

/** A receipt printer on 127.0.0.1 for tests: takes ESC/POS over TCP, with the faults of real ones. */
export class PrinterSink {
  readonly host = '127.0.0.1'
  port = 0
  /** Everything printed, one buffer a job, questions about the status left out. */
  readonly jobs: Buffer[] = []
  private behaviour: PrinterBehaviour = 'good'
  private server: Server | null = null
  private readonly sockets = new Set<Socket>()
  private readonly waiting: (() => void)[] = []

  static async start(behaviour: PrinterBehaviour = 'good'): Promise<PrinterSink> {
    const sink = new PrinterSink()
    sink.behave(behaviour)
    await sink.switchOn()
    return sink
  }

  /** From the next connection on (a printer that waits for paper notices at once). */
  behave(behaviour: PrinterBehaviour): void {
    this.behaviour = behaviour
  }

  /** Listens, on the same port as before. */
  async switchOn(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (socket) => this.serve(socket))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.port, this.host, resolve)
    })
    this.server = server
    this.port = (server.address() as AddressInfo).port
  }

  /** Connections break, new ones are refused. */
  async switchOff(): Promise<void> {
    for (const socket of this.sockets) socket.resetAndDestroy()
    const server = this.server
    this.server = null
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
  }

  /** Resolves with all jobs once there are this many. */
  async printed(count: number): Promise<readonly Buffer[]> {
    while (this.jobs.length < count) await new Promise<void>((resolve) => this.waiting.push(resolve))
    return this.jobs
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    socket.on('error', () => undefined)
    if (this.behaviour === 'stalled') {
      socket.pause()
      return
    }
    const job = new IncomingJob(
      socket,
      () => this.behaviour,
      (bytes) => this.keep(bytes),
    )
    socket.on('data', (bytes) => job.take(bytes))
    socket.on('end', () => job.end())
  }

  private keep(job: Buffer): void {
    this.jobs.push(job)
    for (const wake of this.waiting.splice(0)) wake()
  }
}

class IncomingJob {
  private readonly socket: Socket
  private readonly behaviour: () => PrinterBehaviour
  private readonly keep: (job: Buffer) => void
  private rest: Buffer = Buffer.alloc(0)
  private print: Buffer = Buffer.alloc(0)

  constructor(socket: Socket, behaviour: () => PrinterBehaviour, keep: (job: Buffer) => void) {
    this.socket = socket
    this.behaviour = behaviour
    this.keep = keep
  }

  take(bytes: Buffer): void {
    const received = receive(Buffer.concat([this.rest, bytes]))
    this.rest = received.rest
    this.print = Buffer.concat([this.print, received.print])
    if (this.behaviour() === 'closes-mid-job' && this.print.length > 0) this.socket.resetAndDestroy()
    else for (const question of received.questions) this.answer(question)
  }

  end(): void {
    if (this.behaviour() === 'mute') return
    if (this.canPrint()) this.finish()
    this.socket.end()
  }

  private answer(question: Question): void {
    if (this.behaviour() === 'silent' || this.behaviour() === 'mute') return
    if (question.kind === 'status') this.socket.write(Buffer.from([this.status(question.which)]))
    else if (this.canPrint()) {
      this.finish()
      this.socket.write(Buffer.from([0x00]))
    }
  }

  private finish(): void {
    if (this.print.length > 0) this.keep(this.print)
    this.print = Buffer.alloc(0)
  }

  private canPrint(): boolean {
    return !['paper-out', 'cover-open', 'paper-runs-out'].includes(this.behaviour())
  }

  /** The answer to DLE EOT n: 1 printer, 2 cause, 4 paper. */
  private status(which: number): number {
    const runsOut = this.behaviour() === 'paper-runs-out' && this.print.length > 0
    const paperOut = this.behaviour() === 'paper-out' || runsOut
    const coverOpen = this.behaviour() === 'cover-open'
    if (which === 1) return paperOut || coverOpen ? 0x1a : 0x12
    if (which === 2) return 0x12 | (coverOpen ? 0x04 : 0) | (paperOut ? 0x20 : 0)
    return paperOut ? 0x72 : 0x12
  }
}
