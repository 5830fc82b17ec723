import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chanceOf } from '../../server/simulate/chance.ts'
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

describe.skipIf(!possible)(
  `what the disk was told before an answer left (needs strace that may trace; ${howToGetPostgres})`,
  () => {
    test('the engine has the hand-over in its log, and the log on the disk, before the first byte of the answer', {
      timeout: 120_000,
    }, async () => {
      await desk.comeToRest()
      const tracer = await Tracer.attach(
        place.path,
        [desk.pid],
        ['pwrite64', 'fdatasync', 'fsync', 'write', 'writev', 'read'],
      )
      const answer = await handOver(desk, office.cardIds[0] ?? '', chance)
      const calls = await tracer.detach()
      const receipt = 'value' in answer ? answer.value.receiptNumber : 'none'
      const reply = calls.find(({ name, args }) => name.startsWith('write') && args.includes(receipt))
      if (!reply) throw new Error(`the answer ${JSON.stringify(answer)} is not in the trace`)
      // SQLite and the answer share one thread, so their order in it is the order of the program.
      const before = ofThread(calls.slice(0, calls.indexOf(reply)), reply.tid)
      const asked = before.findLastIndex(({ name, args }) => name === 'read' && args.includes('handover.record'))
      const wal = /loket\.db-wal>/
      const written = before.findLastIndex((call) => isWrite(call, wal))
      const synced = before.findLastIndex((call) => isSync(call, wal))
      expect(asked).toBeGreaterThanOrEqual(0)
      expect(written).toBeGreaterThan(asked)
      expect(synced).toBeGreaterThan(written)
    })

    test('when the disk refuses to keep it, the engine says so and nothing was handed over', {
      timeout: 120_000,
    }, async () => {
      await desk.comeToRest()
      const cardId = office.cardIds[1] ?? ''
      const tracer = await Tracer.attach(
        place.path,
        [desk.pid],
        ['fdatasync', 'fsync'],
        ['-e', 'inject=fdatasync,fsync:error=EIO'],
      )
      const answer = await handOver(desk, cardId, chance)
      const calls = await tracer.detach()
      expect(calls.filter(({ result }) => result.includes('EIO')).length).toBeGreaterThan(0)
      expect(answer).toEqual({ refusedWith: expect.any(String) })
      expect(await desk.surely('card.get', { cardId })).toMatchObject({ value: { card: { state: 'ready' } } })
      expect(await handOver(desk, cardId, chance)).toMatchObject({ value: { handoverId: expect.any(String) } })
    })

    test('PostgreSQL has the command in its log on the disk before it says COMMIT, and the server heard that before it answered', {
      timeout: 120_000,
    }, async () => {
      await desk.comeToRest()
      const pids = [office.centre.serverPid, ...processTree(office.centre.postgres.pid).map(({ pid }) => pid)]
      const traced = ['pwrite64', 'fdatasync', 'fsync', 'recvfrom', 'sendto', 'read', 'write', 'writev']
      const tracer = await Tracer.attach(place.path, pids, traced, ['-s', '2048'])
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
