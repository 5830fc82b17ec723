import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roles } from '#shared/domain/staff/permissions.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import { ACentre, dinasScope, otherScope, scope } from '../testing/a-centre.ts'
import { type ADevice, errorOf } from '../testing/a-device.ts'
import { centres } from '../testing/databases.ts'
import { argon2 } from './hasher.ts'
import { codeOf, stepAt } from './totp.ts'

const first = 'k7mq-2xvn-9trd'
const own = 'kopi-tubruk-jam-7'
const firstPassword = await argon2.hash(first)

describe.each(await centres())('people who work here, on $name', (kind) => {
  let centre: ACentre
  let siola: ADevice
  let counter: ADevice
  let number = 0
  beforeAll(async () => {
    centre = await ACentre.open(kind)
    await centre.addDinas()
    siola = await centre.device(dinasScope)
    counter = await centre.device()
  })
  beforeEach(() => {
    number += 1
  })
  afterAll(() => centre.close())

  const by = (staffId: string) => ({
    actId: randomUUID(),
    at: '2026-11-24T01:59:00.000Z',
    staffId,
    staffName: staffId,
    staffCode: `X-${staffId}`,
    deviceCode: '01',
  })
  type Doing = { readonly device?: ADevice; readonly staffId?: string }
  const act = async (type: string, told: { scope: string }, { device = siola, staffId = 'bagus' }: Doing = {}) => {
    const command = device.command(type, { ...by(staffId), ...told }, { staffId, scope: told.scope })
    const [verdict] = await device.verdicts(command)
    return verdict?.kind === 'applied' ? 'applied' : verdict?.code
  }
  const aPerson = (more: object = {}) => ({
    scope,
    personId: `orang-${number}`,
    username: `orang.${number}`,
    name: 'Sekar Ayu',
    code: `KTB-R${number}`,
    roles: ['kelurahan' as Role],
    firstPassword,
    ...more,
  })
  const add = (more: object = {}, doing: Doing = {}) => act('staff.add', aPerson(more), doing)
  const about = {
    get person() {
      return { scope, personId: `orang-${number}` }
    },
  }
  const signIn = (device: ADevice, password: string, more: object = {}) =>
    device.post('/v1/staff/sign-in', { username: `orang.${number}`, password, ...more })
  const change = (device: ADevice, password: string, next: string) =>
    device.post('/v1/staff/password', { username: `orang.${number}`, password, next })

  test('an administrator at the Dinas makes somebody, who changes the first password before anything else', async () => {
    expect(await add()).toBe('applied')
    expect((await signIn(counter, first)).body).toMatchObject({ staffId: `orang-${number}`, must: 'password' })
    expect(errorOf(await change(counter, first, 'pendek'))).toBe('password-unfit')
    expect((await change(counter, first, own)).body).toMatchObject({ must: null })
    expect(errorOf(await signIn(counter, first))).toBe('wrong-password')
    expect((await signIn(counter, own)).body).toMatchObject({ must: null })
  })

  test.each(roles)(
    'acts about people by %s, at the Dinas and in a kelurahan, are judged by the table',
    async (role) => {
      const doer = `pelaku-${role}-${number}`
      const row = { id: doer, username: doer, name: doer, code: 'X', roles: [role], active: true }
      await centre.write('staff', { ...row, scope: dinasScope })
      await centre.write('staff', { ...row, id: `${doer}-k`, username: `${doer}-k`, scope })
      expect(await add({}, { staffId: doer })).toBe(role === 'admin' ? 'applied' : 'not-permitted')
      expect(await add({ personId: 'x', username: `x${number}` }, { staffId: `${doer}-k`, device: counter })).toBe(
        'not-permitted',
      )
      if (role !== 'admin') await add()
      for (const type of ['staff.change', 'staff.reset', 'staff.end'] as const) {
        const told = { ...aPerson(), reason: 'Pindah tugas' }
        expect([type, await act(type, told, { staffId: doer })]).toEqual([
          type,
          role === 'admin' ? 'applied' : 'not-permitted',
        ])
      }
    },
  )

  test('a name that is a NIK, is no name, or is somebody’s already is refused', async () => {
    expect(await add({ username: '3578015204900001' })).toBe('username-nik')
    expect(await add({ username: 'Ab' })).toBe('username-form')
    expect(await add({ roles: [] })).toBe('roles-missing')
    expect(await add()).toBe('applied')
    expect(await add({ personId: 'lain', scope: otherScope })).toBe('username-taken')
  })

  test('nobody ends, changes or resets himself', async () => {
    const himself = { ...aPerson(), scope: dinasScope, personId: 'bagus', reason: 'x' }
    for (const type of ['staff.change', 'staff.end', 'staff.reset'] as const)
      expect(await act(type, himself)).toBe('own-account')
  })

  test('who was ended gets in nowhere, and may do nothing that is dated after it', async () => {
    await add()
    await change(counter, first, own)
    expect(await act('staff.end', { ...about.person, reason: 'Berhenti' } as { scope: string })).toBe('applied')
    expect(errorOf(await signIn(counter, own))).toBe('staff-inactive')
    expect(await act('staff.reset', { ...about.person, firstPassword } as { scope: string })).toBe('person-ended')
    expect(await act('staff.change', aPerson())).toBe('applied')
    expect((await signIn(counter, own)).status).toBe(200)
  })

  test('who goes to another unit signs in there and no longer here', async () => {
    await add()
    const neighbour = await centre.device(otherScope)
    expect(await act('staff.change', aPerson({ scope: otherScope }))).toBe('applied')
    expect(errorOf(await signIn(counter, first))).toBe('wrong-password')
    expect((await signIn(neighbour, first)).body).toMatchObject({ staffId: `orang-${number}` })
    const terms = await centre.server.centre.db
      .selectFrom('staff_history')
      .select('active')
      .where('staff_id', '=', `orang-${number}`)
      .where('scope', '=', scope)
      .orderBy('valid_from', 'desc')
      .execute()
    expect(terms[0]?.active).toBe(false)
  })

  test('a reset gives a new first password, forgets the tries, and tells every device since when', async () => {
    await add()
    await change(counter, first, own)
    for (let attempt = 1; attempt <= 6; attempt++) await signIn(counter, 'guess')
    expect(errorOf(await signIn(counter, own))).toBe('locked-out')
    centre.later(1)
    expect(await act('staff.reset', { ...about.person, firstPassword } as { scope: string })).toBe('applied')
    const answer = await signIn(counter, first)
    expect(answer.body).toMatchObject({ must: 'password' })
    const row = await centre.server.centre.db
      .selectFrom('rows')
      .select('row')
      .where('entity', '=', 'staff')
      .where('id', '=', `orang-${number}`)
      .executeTakeFirstOrThrow()
    expect(JSON.parse(row.row ?? '').credentialsSince).toBe(Reflect.get(answer.body as object, 'credentialsSince'))
  })

  test('the list of people is for administrators, says how each stands, and holds no password', async () => {
    await add()
    const ask = (staffId: string) =>
      siola.request(`/v1/query/staff?unit=${scope}&text=orang.${number}`, { headers: { 'x-loket-staff': staffId } })
    expect((await ask('dewi')).status).toBe(403)
    const told = await (await ask('bagus')).json()
    expect(told).toMatchObject({
      total: 1,
      people: [{ personId: `orang-${number}`, state: 'first-password', secondFactor: false, lastSignInAt: null }],
    })
    expect(JSON.stringify(told)).not.toContain('argon2')
  })
})

const key = Buffer.alloc(32, 7).toString('base64')

/** Comparing stops after the password was found right, until the test goes on. */
class SlowProof {
  #reached = Promise.withResolvers<void>()
  #goOn: PromiseWithResolvers<void> | null = null
  readonly hasher = {
    ...argon2,
    matches: async (hashed: string, typed: string) => {
      const matches = await argon2.matches(hashed, typed)
      const goOn = this.#goOn
      this.#goOn = null
      if (goOn) this.#reached.resolve()
      await goOn?.promise
      return matches
    },
  }

  /** Begins `asked`, does `between` when its password is proven, and answers what became of `asked`. */
  async during<T>(asked: () => Promise<T>, between: () => Promise<unknown>): Promise<T> {
    this.#reached = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    this.#goOn = goOn
    const answer = asked()
    await this.#reached.promise
    await between()
    goOn.resolve()
    return answer
  }
}

describe.each((await centres()).filter(({ twoProcesses }) => !twoProcesses))(
  'a password that was reset while another request proved the one before, on $name',
  (kind) => {
    const slow = new SlowProof()
    let centre: ACentre
    let device: ADevice
    const password = 'Rahasia-petugas-1'
    beforeEach(async () => {
      const opened = async () => {
        const database = await kind.open()
        return { ...database, config: { ...database.config, factorKey: key, hasher: slow.hasher } }
      }
      centre = await ACentre.open({ ...kind, open: opened })
      await centre.addDinas()
      device = await centre.device()
      return () => centre.close()
    })
    const post = (path: string, more: object = {}) =>
      device.post(`/v1/staff/${path}`, { username: 'hendra', password, ...more })
    const reset = async () => {
      const siola = await centre.device(dinasScope)
      const by = { actId: randomUUID(), at: '2026-11-24T01:59:00.000Z', staffId: 'bagus', staffName: 'bagus' }
      const told = { ...by, staffCode: 'X-bagus', deviceCode: '01', scope, personId: 'hendra', firstPassword }
      const [verdict] = await siola.verdicts(siola.command('staff.reset', told, { staffId: 'bagus', scope }))
      expect(verdict?.kind).toBe('applied')
    }
    const account = () =>
      centre.server.centre.db
        .selectFrom('staff_accounts')
        .selectAll()
        .where('username', '=', 'hendra')
        .executeTakeFirstOrThrow()
    const afterReset = { password_hash: firstPassword, must_change: true, factor: null, factor_pending: null }

    test('does not come back by a change', async () => {
      const answer = await slow.during(() => post('password', { next: own }), reset)
      expect([answer.status, errorOf(answer)]).toEqual([403, 'wrong-password'])
      expect(await account()).toMatchObject(afterReset)
    })

    test('of two changes at once one holds, and the other is told', async () => {
      const other = 'teh-botol-jam-9'
      const answer = await slow.during(
        () => post('password', { next: own }),
        async () => expect((await post('password', { next: other })).status).toBe(200),
      )
      expect(errorOf(answer)).toBe('wrong-password')
      expect((await device.post('/v1/staff/sign-in', { username: 'hendra', password: other })).status).toBe(200)
    })

    test('begins no second factor', async () => {
      const answer = await slow.during(() => post('second-factor'), reset)
      expect([answer.status, errorOf(answer)]).toEqual([403, 'wrong-password'])
      expect(await account()).toMatchObject(afterReset)
    })

    test('puts no second factor in force', async () => {
      const { secret } = (await post('second-factor')).body as { secret: string }
      const code = codeOf(fromBase32(secret), stepAt(centre.server.centre.now()))
      const answer = await slow.during(() => post('second-factor/confirm', { code }), reset)
      expect([answer.status, errorOf(answer)]).toEqual([403, 'wrong-password'])
      expect(await account()).toMatchObject({ ...afterReset, recovery: '[]' })
    })

    test('is not enough for another second factor where one came in force meanwhile', async () => {
      const { secret } = (await post('second-factor')).body as { secret: string }
      const code = codeOf(fromBase32(secret), stepAt(centre.server.centre.now()))
      const confirm = async () => expect((await post('second-factor/confirm', { code })).status).toBe(200)
      expect(errorOf(await slow.during(() => post('second-factor'), confirm))).toBe('wrong-password')
      expect(await account()).toMatchObject({ factor: expect.any(String), factor_pending: null })
    })

    test('signs nobody in', async () => {
      const answer = await slow.during(() => post('sign-in'), reset)
      expect([answer.status, errorOf(answer)]).toEqual([403, 'wrong-password'])
      expect(await account()).toMatchObject({ last_sign_in_at: null })
    })
  },
)

describe.each((await centres()).filter(({ twoProcesses }) => !twoProcesses))('second factors, on $name', (kind) => {
  let centre: ACentre
  let device: ADevice
  const password = 'Rahasia-petugas-1'
  beforeEach(async () => {
    centre = await ACentre.open({ ...kind, open: async () => withKey(await kind.open()) })
    device = await centre.device()
    return () => centre.close()
  })
  const withKey = (opened: Awaited<ReturnType<typeof kind.open>>) => ({
    ...opened,
    config: { ...opened.config, factorKey: key },
  })
  const post = (path: string, more: object = {}, username = 'hendra') =>
    device.post(path, { username, password, ...more })
  const signIn = (more: object = {}) => post('/v1/staff/sign-in', more)
  const codeNow = (secret: string, steps = 0) => codeOf(fromBase32(secret), stepAt(centre.server.centre.now()) + steps)
  const enrol = async () => {
    const { secret } = (await post('/v1/staff/second-factor')).body as { secret: string }
    const confirmed = await post('/v1/staff/second-factor/confirm', { code: codeNow(secret) })
    const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] }
    return { secret, recoveryCodes }
  }

  test('a code counts once, one step aside, and without it the password is not enough', async () => {
    const { secret } = await enrol()
    expect(errorOf(await signIn())).toBe('second-factor-required')
    expect(errorOf(await signIn({ code: codeNow(secret) }))).toBe('second-factor-wrong')
    expect((await signIn({ code: codeNow(secret, 1) })).status).toBe(200)
    expect(errorOf(await signIn({ code: codeNow(secret, 1) }))).toBe('second-factor-wrong')
    centre.later(60)
    expect((await signIn({ code: codeNow(secret) })).status).toBe(200)
  })

  test('a recovery code works once, in any spelling', async () => {
    const { recoveryCodes } = await enrol()
    expect(recoveryCodes).toHaveLength(8)
    const code = recoveryCodes[0]?.toUpperCase().replace('-', ' ')
    expect((await signIn({ code })).status).toBe(200)
    expect(errorOf(await signIn({ code }))).toBe('second-factor-wrong')
  })

  test('who has the password alone cannot guess codes for ever, nor forget the tries, nor set another factor', async () => {
    await enrol()
    const said: string[] = []
    for (let guess = 0; guess < 8; guess++) {
      said.push(String(errorOf(await signIn({ code: String(guess).padStart(6, '0') }))))
      await signIn({ again: true })
    }
    expect(said.slice(0, 4)).toEqual(Array(4).fill('second-factor-wrong'))
    expect(said.at(-1)).toBe('locked-out')
    centre.later(901)
    expect(errorOf(await post('/v1/staff/second-factor'))).toBe('second-factor-required')
  })

  test('a clerk has none, the secret lies sealed, and it is asked at a sign-in alone', async () => {
    expect(errorOf(await post('/v1/staff/second-factor', {}, 'rini'))).toBe('not-permitted')
    const { secret } = await enrol()
    const { factor } = await centre.server.centre.db
      .selectFrom('staff_accounts')
      .select('factor')
      .where('username', '=', 'hendra')
      .executeTakeFirstOrThrow()
    expect(factor).not.toContain(fromBase32(secret).toString('base64url'))
    expect((await signIn({ again: true })).status).toBe(200)
  })

  test('where the region requires it, a supervisor without one must add it first, a clerk need not', async () => {
    const { region } = centre.server.centre
    Object.assign(centre.server.centre, { region: { ...region, secondFactor: 'required' } })
    expect((await signIn()).body).toMatchObject({ must: 'second-factor' })
    expect((await post('/v1/staff/sign-in', {}, 'rini')).body).toMatchObject({ must: null })
    const { secret } = await enrol()
    expect((await signIn({ code: codeNow(secret, 1) })).body).toMatchObject({ must: null })
  })
})

test.each((await centres()).filter(({ twoProcesses }) => !twoProcesses))(
  'unknown, wrong, ended and locked names cost one comparison each, on $name',
  async (kind) => {
    let compared = 0
    const hasher = {
      ...argon2,
      matches: (hashed: string, typed: string) => {
        compared += 1
        return argon2.matches(hashed, typed)
      },
    }
    const opened = await kind.open()
    const counted = { ...opened, config: { ...opened.config, hasher } }
    const centre = await ACentre.open({ ...kind, open: async () => counted })
    const device = await centre.device()
    const work = async (username: string) => {
      const before = compared
      const answer = await device.post('/v1/staff/sign-in', { username, password: 'guess' })
      return [compared - before, errorOf(answer)]
    }
    expect(await work('siapa')).toEqual([1, 'wrong-password'])
    expect(await work('mantan')).toEqual([1, 'wrong-password'])
    for (let attempt = 1; attempt <= 5; attempt++) expect(await work('rini')).toEqual([1, 'wrong-password'])
    expect(await work('rini')).toEqual([1, 'locked-out'])
    await centre.close()
  },
)

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((one) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(one).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
