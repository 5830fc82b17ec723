import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PrintJob } from '#shared/contract/engine/printing.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import { textOf } from '../../../../tests/printing/escpos-reader.ts'
import { type PrinterBehaviour, PrinterSink } from '../../../../tests/printing/printer-sink.ts'
import { aFiling, applicantNik } from '../../testing/a-filing.ts'
import { Counter } from '../../testing/counter.ts'
import { change, scope } from '../../testing/rows.ts'

let counter: Counter
let sink: PrinterSink
let kitirId: string
let applicationId: string
let pin: string

beforeEach(async () => {
  sink = await PrinterSink.start()
  counter = await Counter.with({})
  await counter.signIn()
  await counter.write(async ({ settings }) => {
    const printer = { kind: 'network', host: sink.host, port: sink.port, widthMm: 80 } as const
    await settings.saveSettings({ ...(await settings.settings()), printer })
  })
  await counter.deps.printing.start()
  const { draftId } = await counter.get('intake.save-draft', { draftId: null, draft: aFiling })
  const [filed] = (await counter.get('application.file', { draftId })).filed
  kitirId = filed?.kitirId ?? ''
  applicationId = filed?.applicationId ?? ''
  pin = (await counter.deps.reading((db) => db.kitirPins.find(kitirId))) ?? ''
})
afterEach(async () => {
  await counter.close()
  await sink.switchOff()
})

const print = (copy: 'citizen' | 'office' | 'both', of = kitirId) =>
  counter.get('ekitir.print', { kitirId: of, copy, paperPrinter: null })
const slip = () => counter.get('ekitir.slip', { kitirId, copy: 'citizen' })
const said = (at: number) => textOf(sink.jobs[at] ?? Buffer.alloc(0)).join('\n')

/** Resolves once the newest job of the e-Kitir is so. */
async function until(reached: PrintJob['state'] | ((job: PrintJob) => boolean)): Promise<PrintJob> {
  const isSo = typeof reached === 'string' ? (job: PrintJob) => job.state === reached : reached
  for (;;) {
    const [job] = (await slip()).jobs
    if (job && isSo(job)) return job
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function everythingKept(): Promise<string> {
  const tables = counter.store
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .all() as { name: string }[]
  return tables
    .map(({ name }) => JSON.stringify(counter.store.prepare(`SELECT * FROM "${name}"`).all()))
    .join('\n')
    .concat(counter.log.errors.join('\n'))
}

test('the citizen’s slip bears number, QR, papers and the PIN; the office’s the same without it', async () => {
  expect((await print('both')).jobs).toMatchObject([
    { copyFor: 'citizen', copy: 0, withPin: true },
    { copyFor: 'office', copy: 0, withPin: false },
  ])
  await sink.printed(2)
  const [citizen, office] = [said(0), said(1)]
  expect(citizen).toContain('TANDA TERIMA BERKAS')
  expect(citizen).toContain(`L-${scope}-02-000001`)
  expect(citizen).toMatch(/\[QR LKT1:.+\]/)
  expect(citizen).toContain(`PIN ${pin}`)
  expect(citizen).toContain('- Kartu keluarga (KK) (fotokopi)')
  expect(citizen).toContain('3578********0001')
  expect(citizen).not.toContain(applicantNik)
  expect(citizen).toContain('Ambil di')
  expect(office).toContain('Arsip kantor')
  expect(office).not.toContain(pin)
})

test('as soon as the paper says printed the PIN is nowhere any more: in no table, no log, no answer', async () => {
  expect(await everythingKept()).toContain(pin)
  await print('citizen')
  await until('printed')
  expect(await everythingKept()).not.toContain(pin)
  expect((await slip()).pin).toBe('gone')
  expect(await counter.fault('ekitir.show-pin', { kitirId })).toEqual({ code: 'pin-gone' })
})

test('until then it stands in its own table alone: not in the job, not in the acts, not in the audit', async () => {
  await sink.switchOff()
  await print('both')
  await counter.store.inTransaction(async () => {
    counter.store.prepare('DELETE FROM kitir_pin').run()
  })
  expect(await everythingKept()).not.toContain(pin)
  expect(JSON.stringify(await counter.get('print.list', {}))).not.toContain(pin)
})

test('as soon as the centre tells KNG’s own number it stands on the slip and in the status', async () => {
  expect((await slip()).slip.kngNumber).toBeNull()
  const found = await counter.store.read
    .selectFrom('thing')
    .select('projected')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const filing: Filing = JSON.parse(found.projected ?? '')
  await counter.pull([change('filing', { ...filing, kngNumber: 'KNG-2611-700001', acts: [applicationId] })])
  expect((await slip()).slip.kngNumber).toBe('KNG-2611-700001')
  expect((await counter.get('status.of', { applicationId })).kngNumber).toBe('KNG-2611-700001')
  await print('citizen')
  await sink.printed(1)
  expect(said(0)).toMatch(/Nomor KNG +KNG-2611-700001/)
})

test('another print of the citizen’s slip is SALINAN KE-1 and has no PIN', async () => {
  await print('citizen')
  await until('printed')
  expect((await print('citizen')).jobs).toMatchObject([{ copy: 1, withPin: false }])
  await sink.printed(2)
  expect(said(1)).toContain('SALINAN KE-1')
  expect(said(1)).not.toContain(pin)
})

test.each<[PrinterBehaviour, 'print.retry' | 'print.cancel', number]>([
  ['closes-mid-job', 'print.retry', 1],
  ['closes-mid-job', 'print.cancel', 0],
])(
  'cut off in the middle (%s) somebody is asked; after %s the PIN is on one paper at most',
  async (how, answer, papers) => {
    sink.behave(how)
    await print('citizen')
    const { jobId } = await until('unknown')
    expect((await slip()).pin).toBe('asked')
    expect((await counter.fault('ekitir.print', { kitirId, copy: 'citizen', paperPrinter: null })).code).toBe(
      'print-asked',
    )
    sink.behave('good')
    await counter.get(answer, { jobId })
    await until('printed')
    expect(sink.jobs.filter((job) => textOf(job).join().includes(pin))).toHaveLength(papers)
    expect((await slip()).pin).toBe('gone')
    expect(await everythingKept()).not.toContain(pin)
  },
)

test('wanted twice before it came out, one paper with the PIN comes', async () => {
  await sink.switchOff()
  await print('citizen')
  await until(({ state, fault }) => state === 'waiting' && fault !== null)
  await print('citizen')
  await until(({ state, fault }) => state === 'waiting' && fault !== null)
  await sink.switchOn()
  counter.clock.pass(10)
  counter.deps.printing.wake()
  await until('printed')
  expect((await slip()).jobs.map(({ state }) => state)).toEqual(['printed', 'cancelled'])
  expect(sink.jobs).toHaveLength(1)
})

test('made anew, the one before has no PIN, is not printed, and its paper in the queue never comes', async () => {
  await sink.switchOff()
  await print('citizen')
  const again = await counter.get('ekitir.reissue', { applicationId, reason: 'lost', identitySeen: true })
  expect((await counter.fault('ekitir.print', { kitirId, copy: 'citizen', paperPrinter: null })).code).toBe(
    'kitir-replaced',
  )
  expect((await slip()).jobs.map(({ state }) => state)).toEqual(['cancelled'])
  await sink.switchOn()
  await print('citizen', again.kitirId)
  await sink.printed(1)
  expect(said(0)).toContain('Pengganti  L-')
  expect(said(0)).not.toContain(pin)
})

test('without a printer the PIN is shown to the citizen, and forgotten once it is noted', async () => {
  await counter.write(async ({ settings }) =>
    settings.saveSettings({ ...(await settings.settings()), printer: { kind: 'none' } }),
  )
  expect((await counter.fault('ekitir.print', { kitirId, copy: 'both', paperPrinter: null })).code).toBe(
    'printer-not-set',
  )
  expect(await counter.get('ekitir.show-pin', { kitirId })).toEqual({ pin })
  await counter.get('ekitir.pin-noted', { kitirId })
  expect(await everythingKept()).not.toContain(pin)
  expect(await counter.fault('ekitir.show-pin', { kitirId })).toEqual({ code: 'pin-gone' })
})
