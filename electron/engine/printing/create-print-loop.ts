import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import type { PrintJob } from '#shared/contract/engine/printing.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { bearsPin } from '#shared/domain/receipt/filing-slip-lines.ts'
import type { Result } from '#shared/domain/result.ts'
import { ok } from '#shared/domain/result.ts'
import type { PrintLoop } from '../usecases/ports.ts'
import { printJobOf } from '../usecases/printing/print-job-of.ts'
import type { PrintRow, WriteSet } from '../usecases/stores.ts'
import { PrintDesk } from './print-desk.ts'
import { interrupted, notWanted, settled, taken, wantedAgain } from './print-states.ts'
import type { PrintWorld, PrintWriteSet } from './print-world.ts'
import type { ReachPrinter } from './printers.ts'
import { printers } from './printers.ts'
import type { PrintOutcome } from './transport.ts'

export interface PrintLoopOptions {
  readonly reach: ReachPrinter
  /** The whole deadline of one job, in milliseconds. */
  readonly jobMs: number
}

const troubleMs = 5000

/**
 * Works off the print queue: oldest job first, one at a time, on one printer. The row says `printing` before a byte moves and the outcome after;
 * what was under way when the engine died is found at start and called `unknown`.
 */
export function createPrintLoop(world: PrintWorld, options: Partial<PrintLoopOptions> = {}): PrintLoop {
  return new Loop(world, { reach: printers(world.shell), jobMs: 15_000, ...options })
}

class Loop implements PrintLoop {
  private readonly world: PrintWorld
  private readonly desk: PrintDesk
  private working: Promise<void> | null = null
  private wanted = false
  private stopped = false
  private timer: NodeJS.Timeout | undefined
  private interruptedFound = false
  /** An outcome that could not be written yet (disk full): nothing else is printed before it is. */
  private unwritten: { row: PrintRow; outcome: PrintOutcome } | null = null

  constructor(world: PrintWorld, { reach, jobMs }: PrintLoopOptions) {
    this.world = world
    this.desk = new PrintDesk(world, reach, jobMs)
  }

  async start(): Promise<void> {
    try {
      await this.findInterrupted()
    } catch (error) {
      this.world.log.error('interrupted prints could not be told yet', error)
    }
    this.wake()
  }

  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.desk.close()
    await this.working
  }

  wake(): void {
    if (this.stopped) return
    this.wanted = true
    this.working ??= this.work().finally(() => {
      this.working = null
      if (this.wanted) this.wake()
    })
  }

  async test(printer: PrinterSettings): Promise<Result<{ ms: number }, Fault>> {
    const begun = this.world.clock.elapsedMs()
    const outcome = await this.desk.printTest(printer)
    if (outcome.outcome === 'printed') await this.hurry()
    this.world.announce('status')
    return outcome.outcome === 'printed'
      ? ok({ ms: this.world.clock.elapsedMs() - begun })
      : { ok: false, refusal: outcome.fault }
  }

  retry(jobId: string): Promise<Result<PrintJob, Fault>> {
    return this.change(jobId, (row) => wantedAgain(row, this.world.clock.now()))
  }

  cancel(jobId: string): Promise<Result<PrintJob, Fault>> {
    return this.change(jobId, notWanted)
  }

  async status(): ReturnType<PrintLoop['status']> {
    const { printer, waiting } = await this.world.reading(async (db) => ({
      printer: (await db.settings.settings()).printer,
      waiting: [...(await db.prints.inState('waiting')), ...(await db.prints.inState('printing'))],
    }))
    const view = this.desk.view(printer)
    const fault = view.state === 'unknown' ? (waiting.find((row) => row.fault)?.fault ?? null) : view.fault
    return { state: fault ? 'trouble' : view.state, waitingJobs: waiting.length, fault }
  }

  private async change(jobId: string, next: (row: PrintRow) => PrintRow): Promise<Result<PrintJob, Fault>> {
    const row = await this.world.inOneWrite(async (tx) => {
      const found = await tx.prints.find(jobId)
      if (found) await keep(tx, next(found))
      return found && next(found)
    })
    if (!row) return { ok: false, refusal: { code: 'print-job-unknown' } }
    this.world.announce('prints', 'status')
    this.wake()
    return ok(printJobOf(row))
  }

  private async work(): Promise<void> {
    clearTimeout(this.timer)
    try {
      while (this.wanted && !this.stopped) {
        this.wanted = false
        await this.workOff()
      }
      await this.sleepUntilDue()
    } catch (error) {
      this.world.log.error('print queue stands still', error)
      this.wakeIn(troubleMs)
    }
  }

  /** Before the first job of this engine. On a full disk it is tried again with every wake, and nothing is printed before it is done. */
  private async findInterrupted(): Promise<void> {
    if (this.interruptedFound) return
    await this.world.inOneWrite(async ({ prints }) => {
      for (const row of await prints.inState('printing')) await prints.save(interrupted(row))
    })
    this.interruptedFound = true
    this.world.announce('prints', 'status')
  }

  private async workOff(): Promise<void> {
    await this.findInterrupted()
    if (this.unwritten) await this.write(this.unwritten.row, this.unwritten.outcome)
    for (let row = await this.take(); row; row = await this.take()) {
      this.world.announce('prints', 'status')
      await this.write(row, await this.desk.print(row))
    }
  }

  private async take(): Promise<PrintRow | null> {
    if (this.stopped) return null
    return this.world.inOneWrite(async ({ prints }) => {
      const row = await prints.nextDue(this.world.clock.now())
      if (row) await prints.save(taken(row))
      return row && taken(row)
    })
  }

  private async write(row: PrintRow, outcome: PrintOutcome): Promise<void> {
    this.unwritten = { row, outcome }
    await this.world.inOneWrite(async (tx) => {
      await keep(tx, settled(row, outcome, this.world.clock.now()))
      if (outcome.outcome === 'printed') await this.bringForward(tx)
    })
    this.unwritten = null
    this.world.announce('prints', 'status')
  }

  /** The printer works: what waits for another try need not wait any longer. */
  private async bringForward({ prints }: Pick<WriteSet, 'prints'>): Promise<void> {
    for (const row of await prints.inState('waiting')) {
      if (row.fault) await prints.save({ ...row, dueAt: this.world.clock.now(), fault: null })
    }
  }

  private async hurry(): Promise<void> {
    await this.world.inOneWrite((tx) => this.bringForward(tx))
    this.wake()
  }

  private async sleepUntilDue(): Promise<void> {
    const due = await this.world.reading((db) => db.prints.nextDueAt())
    if (due) this.wakeIn(Math.max(50, Date.parse(due) - Date.parse(this.world.clock.now())))
  }

  private wakeIn(ms: number): void {
    if (this.stopped) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.wake(), ms)
  }
}

/** A PIN that came out on paper is forgotten in the very transaction that says so. */
async function keep({ prints, kitirPins }: PrintWriteSet, row: PrintRow): Promise<void> {
  await prints.save(row)
  if (row.state === 'printed' && row.slip && row.kitirId && bearsPin(row.slip)) await kitirPins.forget(row.kitirId)
}
