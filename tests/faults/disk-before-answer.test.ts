import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallName, InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { aFiling } from '../../electron/engine/testing/a-filing.ts'
import { chanceOf } from '../../server/simulate/chance.ts'
import { sheetJpeg } from '../fixtures/paper-picture.ts'
import { processTree } from '../fixtures/process-tree.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { handOver } from './clerks-day.ts'
import type { DeskInTrouble } from './desk-in-trouble.ts'
import { type Office, openOffice } from './office.ts'
import { howToGetPostgres, postgresPrograms } from './own-postgres.ts'
import { mayTrace, type SystemCall, Tracer } from './tracer.ts'

const possible = mayTrace && postgresPrograms() !== null
const place = temporaryFolder('traced')
const chance = chanceOf(1)
let office: Office
let desk: DeskInTrouble

beforeAll(async () => {
  if (!possible) return
  office = await openOffice(place.path, chance, { desks: 1, cards: 24 })
  desk = office.desks[0] as DeskInTrouble
}, 300_000)
afterAll(async () => {
  if (possible) await office.close()
  place.remove()
}, 60_000)

/** Of a thread, in its order. */
const ofThread = (calls: readonly SystemCall[], tid: number) => calls.filter((call) => call.tid === tid)

const isSync = ({ name, args, result }: SystemCall, file: RegExp) =>
  (name === 'fdatasync' || name === 'fsync') && file.test(args) && result.startsWith('0')
const isWrite = ({ name, args }: SystemCall, file: RegExp) => name.startsWith('pwrite') && file.test(args)

/** The server's answer to a push. */
const isAnswer = ({ name, args }: SystemCall) => name.startsWith('write') && args.includes('verdicts\\":[')

const traced = ['pwrite64', 'fdatasync', 'fsync', 'write', 'writev', 'read']

/** Between the question and the first byte of the answer, which says `said`, the engine wrote its log and then had it on the disk. */
function onDiskBefore(calls: readonly SystemCall[], question: string, said: string): void {
  const reply = calls.find(({ name, args }) => name.startsWith('write') && args.includes(said))
  if (!reply) throw new Error(`no answer with ${said} is in the trace`)
  // SQLite and the answer share one thread, so their order in it is the order of the program.
  const before = ofThread(calls.slice(0, calls.indexOf(reply)), reply.tid)
  const asked = before.findLastIndex(({ name, args }) => name === 'read' && args.includes(question))
  const wal = /loket\.db-wal>/
  const written = before.findLastIndex((call) => isWrite(call, wal))
  const synced = before.findLastIndex((call) => isSync(call, wal))
  expect(asked).toBeGreaterThanOrEqual(0)
  expect(written).toBeGreaterThan(asked)
  expect(synced).toBeGreaterThan(written)
}

/** The answer of an engine whose disk takes what is written and says that it could not keep it. */
async function onSickDisk<T>(act: () => Promise<T>): Promise<T> {
  const sick = ['-e', 'inject=fdatasync,fsync:error=EIO']
  const tracer = await Tracer.attach(place.path, [desk.pid], ['fdatasync', 'fsync'], sick)
  const answer = await act()
  const calls = await tracer.detach()
  expect(calls.filter(({ result }) => result.includes('EIO')).length).toBeGreaterThan(0)
  return answer
}

/** A lost KTP-el with a scanned document, ready to be filed. */
async function aDraft(): Promise<string> {
  const { draftId } = await done('intake.save-draft', { draftId: null, draft: aFiling })
  const page = sheetJpeg({ width: 827, height: 1170, noise: 0.4 }, 60).toString('base64')
  const { documentId } = await done('document.add', { draftId, requirementId: 'kk', pages: [page] })
  const services = aFiling.services.map((begun) => ({
    ...begun,
    requirements: { ...begun.requirements, kk: { how: 'upload' as const, documents: [documentId] } },
  }))
  await done('intake.save-draft', { draftId, draft: { ...aFiling, services } })
  return draftId
}

async function done<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const answer = await desk.surely(name, input)
  if ('refusedWith' in answer) throw new Error(`${name}: ${answer.refusedWith}`)
  return answer.value
}

describe.skipIf(!possible)(
  `what the disk was told before an answer left (needs strace that may trace; ${howToGetPostgres})`,
  () => {
    test('the engine has the hand-over in its log, and the log on the disk, before the first byte of the answer', {
      timeout: 120_000,
    }, async () => {
      await desk.comeToRest()
      const tracer = await Tracer.attach(place.path, [desk.pid], traced)
      const answer = await handOver(desk, office.cardIds[0] ?? '', chance)
      const calls = await tracer.detach()
      onDiskBefore(calls, 'handover.record', 'value' in answer ? answer.value.receiptNumber : 'none')
    })

    test('an application with its document, too: in the log and on the disk before the citizen has a number', {
      timeout: 120_000,
    }, async () => {
      const draftId = await aDraft()
      await desk.comeToRest()
      const tracer = await Tracer.attach(place.path, [desk.pid], traced)
      const answer = await desk.surely('application.file', { draftId })
      const calls = await tracer.detach()
      onDiskBefore(
        calls,
        'application.file',
        'value' in answer ? (answer.value.filed[0]?.kitirNumber ?? 'none') : 'none',
      )
    })

    test('when the disk refuses to keep it, the engine says so and nothing was handed over', {
      timeout: 120_000,
    }, async () => {
      await desk.comeToRest()
      const cardId = office.cardIds[1] ?? ''
      expect(await onSickDisk(() => handOver(desk, cardId, chance))).toEqual({ refusedWith: expect.any(String) })
      expect(await desk.surely('card.get', { cardId })).toMatchObject({ value: { card: { state: 'ready' } } })
      expect(await handOver(desk, cardId, chance)).toMatchObject({ value: { handoverId: expect.any(String) } })
    })

    test('when the disk refuses to keep an application, the draft is whole, and files with the first number afterwards', {
      timeout: 120_000,
    }, async () => {
      const draftId = await aDraft()
      await desk.comeToRest()
      const file = () => desk.surely('application.file', { draftId })
      const numbers = desk.read((device) => device.filingTraces().numbers)
      expect(await onSickDisk(file)).toEqual({ refusedWith: expect.any(String) })
      expect(await desk.surely('intake.draft', { draftId })).toMatchObject({ value: { saved: { draftId } } })
      expect(await desk.surely('document.list', { draftId })).toMatchObject({ value: { documents: [{ pages: 1 }] } })
      expect(await file()).toMatchObject({ value: { filed: [{ applicationId: expect.any(String) }] } })
      expect(desk.read((device) => device.filingTraces().numbers)).toBe(numbers + 1)
    })

    test('PostgreSQL has the command in its log on the disk before it says COMMIT, and the server heard that before it answered', {
      timeout: 120_000,
    }, async () => {
      await desk.comeToRest()
      const pids = [office.centre.serverPid, ...processTree(office.centre.postgres.pid).map(({ pid }) => pid)]
      const tracer = await Tracer.attach(place.path, pids, [...traced, 'recvfrom', 'sendto'], ['-s', '2048'])
      expect(await handOver(desk, office.cardIds[2] ?? '', chance)).toMatchObject({ value: {} })
      await desk.comeToRest()
      const calls = await tracer.detach()
      const stored = calls.findIndex(({ name, args }) => name === 'recvfrom' && /insert into \\?"commands/.test(args))
      const backend = calls[stored]?.tid ?? 0
      const own = ofThread(calls.slice(stored), backend)
      const asked = own.findIndex(({ name, args }) => name === 'recvfrom' && /commit\\0/i.test(args))
      const said = own.findIndex(
        ({ name, args }, index) => index > asked && name === 'sendto' && args.includes('COMMIT'),
      )
      const synced = own.findIndex((call, index) => index > asked && isSync(call, /pg_wal\//))
      // One process after the other: the command stored, COMMIT asked for, the log on the disk, COMMIT said.
      expect(stored).toBeGreaterThanOrEqual(0)
      expect(asked).toBeGreaterThanOrEqual(0)
      expect(synced).toBeGreaterThan(asked)
      expect(said).toBeGreaterThan(synced)
      const commit = calls.indexOf(own[said] as SystemCall)
      const answered = calls.findIndex((call, index) => index > commit && isAnswer(call))
      expect(answered).toBeGreaterThan(commit)
      expect(calls.slice(stored, commit).filter(isAnswer)).toEqual([])
      const server = ofThread(calls.slice(commit, answered), calls[answered]?.tid ?? 0)
      expect(server.some(({ name, args }) => name === 'read' && args.includes('COMMIT'))).toBe(true)
    })
  },
)
