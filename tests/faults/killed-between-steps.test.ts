import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chanceOf } from '../../server/simulate/chance.ts'
import { Centre } from '../fixtures/centre.ts'
import { type City, copyCity, type Kitir, makeCity } from '../fixtures/city.ts'
import { beginJob, cardOf, confirmation, type JobMemory, jobSteps, papersFor } from '../fixtures/counter-job.ts'
import { EngineGone, EngineLine } from '../fixtures/engine-line.ts'
import { Link } from '../fixtures/link.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { PrinterSink } from '../printing/printer-sink.ts'

const steps = Object.keys(jobSteps) as (keyof typeof jobSteps)[]
const place = temporaryFolder('killed')
let template: City

/**
 * A kill at any moment is the point here, so the moments are drawn by chance, from a seed that gives the same ones again (LOKET_SEED): one in each
 * doubling, from before the transaction begins until long after it was answered.
 */
const seed = Number(process.env.LOKET_SEED ?? 2611)
const chance = chanceOf(seed)
const momentsOfDeath = [0, 1, 2, 4, 8, 16, 32].map((ms) => Math.floor(ms * (1 + chance.next())))

beforeAll(async () => {
  template = await makeCity(join(place.path, 'template'), { cards: 24, desks: 1 })
}, 180_000)
afterAll(() => place.remove())

describe('an engine killed with SIGKILL', () => {
  test.for(steps)(
    'after %s loses and doubles nothing: the job goes on after the restart',
    { timeout: 90_000 },
    async (lastStep) => {
      await using desk = await openDesk(lastStep)
      const job = beginJob(readyKitir(desk.city))
      for (const step of steps) {
        await jobSteps[step](desk.engine, job)
        if (step === lastStep) await desk.killAndRestart(job)
      }
      expect(await whatHappened(desk.engine, job)).toEqual(onceAndKnown(job))
    },
  )

  test.for(momentsOfDeath)(
    `%i ms after the confirmation was sent (seed ${seed}): pressing confirm again gives the one hand-over`,
    { timeout: 90_000 },
    async (delay) => {
      await using desk = await openDesk(`confirm-${delay}`)
      const job = beginJob(readyKitir(desk.city))
      for (const step of steps.slice(0, 3)) await jobSteps[step](desk.engine, job)
      const papers = await papersFor(desk.engine, job)
      const answer = desk.confirm(job, papers)
      await passing(delay)
      await desk.killAndRestart(job)
      const first = await answer
      for (const step of steps.slice(3)) await jobSteps[step](desk.engine, job)
      expect(first ?? job.receiptNumber).toBe(job.receiptNumber)
      expect(await whatHappened(desk.engine, job)).toEqual(onceAndKnown(job))
    },
  )
})

/** Not a wait for something: the moment itself is what is tried. */
const passing = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const readyKitir = (city: City): Kitir => {
  const ready = city.kitirs.find(({ note, kind }) => note === 'ready' && kind === 'ktp-el')
  if (!ready) throw new Error('the simulator made no KTP-el that is ready')
  return ready
}

async function openDesk(name: string) {
  const city = copyCity(template.folder, join(place.path, name.replaceAll(' ', '-')))
  const [desk] = city.desks
  if (!desk) throw new Error('the city has no desk')
  const { dataDir } = desk
  const centre = await Centre.start(join(city.folder, city.serverData))
  const link = await Link.open(desk.centrePort, centre.url)
  const printer = new PrinterSink()
  printer.port = desk.printerPort
  await printer.switchOn()
  const start = () => EngineLine.start({ dataDir, serverUrl: centre.url })
  let engine = await start()
  return {
    city,
    get engine() {
      return engine
    },
    /** The restarted engine is told what the screen still knows: the session, nothing else. */
    async killAndRestart(job: JobMemory) {
      await engine.kill()
      engine = await start()
      engine.session = job.session
    },
    /** The receipt number, or null where the engine died before it answered. */
    async confirm(job: JobMemory, papers: readonly string[]): Promise<string | null> {
      try {
        const { receiptNumber } = await engine.call('handover.record', confirmation(job, papers), job.requestId)
        return receiptNumber
      } catch (cause) {
        if (cause instanceof EngineGone) return null
        throw cause
      }
    },
    async [Symbol.asyncDispose]() {
      await engine.stop()
      await printer.switchOff()
      await link.close()
      await centre.stop()
    },
  }
}

/** What a clerk and the centre can see afterwards. */
async function whatHappened(engine: EngineLine, job: JobMemory) {
  const { card } = await engine.call('card.get', { cardId: cardOf(job) })
  const { history, queue, chainIntact } = await engine.call('sync.overview', {})
  const prints = await engine.call('print.list', {})
  return {
    state: card.state,
    centre: card.centre,
    receipt: card.handedOver?.receiptNumber,
    verdicts: history
      .filter(({ type }) => type.startsWith('handover'))
      .map(({ kind }) => kind)
      .map(asFirstAnswered),
    unsent: queue.length,
    receiptsQueued: prints.filter(({ receiptNumber }) => receiptNumber === job.receiptNumber).length,
    chainIntact,
  }
}

/** An engine that died between the centre's yes and its own note of it asks again, and hears that this was said before. */
const asFirstAnswered = (verdict: string) => (verdict === 'duplicate' ? 'applied' : verdict)

const onceAndKnown = (job: JobMemory) => ({
  state: 'handed-over',
  centre: 'recorded',
  receipt: job.receiptNumber,
  verdicts: ['applied'],
  unsent: 0,
  receiptsQueued: 1,
  chainIntact: true,
})
