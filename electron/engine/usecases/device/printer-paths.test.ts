import { afterEach, expect, test } from 'vitest'
import type { PrinterSettings } from '#shared/contract/engine/device.ts'
import { Counter } from '../../testing/counter.ts'

let counter: Counter
afterEach(() => counter.close())

const at = (path: string): PrinterSettings => ({ kind: 'path', path, widthMm: 80 })
const refused = { ok: false, refusal: { code: 'printer-not-approved' } }

test('a printer at a share that the city did not name is neither saved nor tried, and that somebody tried is in the audit', async () => {
  counter = await Counter.with({})
  await counter.signIn()
  const evil = at('\\\\evil.example\\printer')
  expect(await counter.ask('settings.save', { printer: evil })).toMatchObject(refused)
  expect(await counter.ask('printer.test', { printer: evil })).toMatchObject(refused)
  expect((await counter.get('settings.get', {})).printer).toEqual({ kind: 'none' })
  const noted = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
  expect(noted.map(({ entry }) => JSON.parse(entry)).filter(({ kind }) => kind === 'print-test')).toMatchObject([
    { subject: 'path refused', staffId: 'rini' },
  ])
})

test('a share that the city named may be used', async () => {
  counter = await Counter.with({})
  await counter.signIn()
  const region = await counter.deps.reading(({ settings }) => settings.region())
  await counter.write(({ settings }) => settings.saveRegion({ ...region, printers: { shares: ['\\\\PC-2\\Epson'] } }))
  expect((await counter.get('settings.save', { printer: at('\\\\pc-2\\epson') })).printer).toEqual(
    at('\\\\pc-2\\epson'),
  )
})

test('a test slip is noted before it is printed', async () => {
  counter = await Counter.with({})
  await counter.signIn()
  await counter.ask('printer.test', { printer: at(`${counter.dataDir}/paper.bin`) })
  const last = await counter.store.read
    .selectFrom('audit_entry')
    .select('entry')
    .orderBy('position', 'desc')
    .limit(1)
    .execute()
  expect(JSON.parse(last[0]?.entry ?? '')).toMatchObject({ kind: 'print-test', subject: 'path', staffId: 'rini' })
})
