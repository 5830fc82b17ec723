import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { AProgram } from './testing/a-program.ts'

// Real processes open real databases, and other work may share the machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const scope = '3578101003'
const adminToken = 'token-of-tests'
const newFolder = () => mkdtempSync(join(tmpdir(), 'loket-server-'))

const simulateIn = (place: string, ...args: readonly string[]) =>
  AProgram.simulate('--cards', '1', '--no-verifiers', '--server-data', join(place, 'data'), ...args).ended

/** A simulated city, made once; tests take a copy. */
const template = newFolder()
beforeAll(async () => {
  expect(await simulateIn(template, '--out', join(template, 'out'))).toMatchObject({ code: 0, err: '' })
})
afterAll(() => rmSync(template, { recursive: true, force: true }))

let folder = ''
let started: AProgram[] = []
beforeEach(() => {
  folder = newFolder()
})
afterEach(async () => {
  for (const program of started) await program.kill('SIGKILL')
  started = []
  rmSync(folder, { recursive: true, force: true })
})

const aCity = () => cpSync(join(template, 'data'), join(folder, 'data'), { recursive: true })

const simulate = (...args: readonly string[]) => simulateIn(folder, '--out', join(folder, 'out'), ...args)

function aServer(env: Record<string, string> = {}): AProgram {
  const program = AProgram.server({ LOKET_SERVER_DATA: join(folder, 'data'), LOKET_ADMIN_TOKEN: adminToken, ...env })
  started.push(program)
  return program
}

/** A code is made only for a kelurahan that is in the database. */
async function knowsTheCity(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/v1/admin/enrolment-codes`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ scope }),
  })
  return answer.ok
}

const oneSentence = (code: number, saying: RegExp) => ({ code, out: '', err: expect.stringMatching(saying) })

test('a second server on the same folder is turned away; when the first is killed the next one finds everything', async () => {
  aCity()
  const first = aServer()
  const url = await first.serves()
  expect(await aServer().ended).toEqual(
    oneSentence(1, /^The central database in \S+ is in use by process \d+: .*\.\n$/),
  )
  expect(await knowsTheCity(url)).toBe(true)
  await first.kill('SIGKILL')
  expect(await knowsTheCity(await aServer().serves())).toBe(true)
})

test('the simulator is turned away from the folder of a running server, whose data outlive its orderly end', async () => {
  aCity()
  const first = aServer()
  await first.serves()
  expect(await simulate()).toEqual(oneSentence(1, /^The central database in \S+ is in use by process \d+: .*\.\n$/))
  await first.kill('SIGTERM')
  expect(await knowsTheCity(await aServer().serves())).toBe(true)
})

test('a port that another program has is told in one sentence, before there is any data', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  expect(await aServer({ PORT: port }).ended).toEqual(oneSentence(1, new RegExp(`^The .* port ${port} of .*\\.\n$`)))
  expect(existsSync(join(folder, 'data'))).toBe(false)
  other.close()
})

test('an address that is not of this machine, a port that is no number, a folder that cannot be and a PostgreSQL that is not there are told in one sentence', async () => {
  writeFileSync(join(folder, 'file'), '')
  const within = join(folder, 'file', 'data')
  expect(await aServer({ LOKET_SERVER_DATA: within }).ended).toEqual(
    oneSentence(1, /^The folder \S+ cannot be .*\.\n$/),
  )
  expect(await aServer({ LOKET_SERVER_HOST: '192.0.2.1' }).ended).toEqual(oneSentence(1, /^.*LOKET_SERVER_HOST\.\n$/))
  expect(await aServer({ PORT: 'abc' }).ended).toEqual(oneSentence(2, /^PORT .*\.\n$/))
  const nobody = 'postgres://loket:secret@127.0.0.1:1/loket'
  expect(await aServer({ DATABASE_URL: nobody }).ended).toEqual(
    oneSentence(1, /^PostgreSQL at 127\.0\.0\.1:1 cannot be used \(ECONNREFUSED\): look at DATABASE_URL\.\n$/),
  )
})

test('a second simulation says in one sentence that there is a city already', async () => {
  aCity()
  expect(await simulate()).toEqual(oneSentence(1, /^There is a city in this database already: .*\.\n$/))
})

test.each([
  [['--kelurahan', '99'], /^simulate: --kelurahan is the code of no kelurahan of this city\.\n$/],
  [['--cards', 'many'], /^simulate: --cards is no number\.\n$/],
  [['--now', 'yesterday'], /^simulate: --now is no instant .*\.\n$/],
  [['--dry-run'], /^simulate: .*--dry-run.*\n$/],
])('%j is no question for the simulator: one sentence, and no data', async (args, saying) => {
  expect(await simulate(...args)).toEqual(oneSentence(2, saying))
  expect(existsSync(join(folder, 'data'))).toBe(false)
})
