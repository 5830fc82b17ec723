import type { Mutant } from './mutant.ts'

const session = 'electron/engine/usecases/session'
const guessing = `${session}/brute-force.test.ts`

/** What keeps people to what they may, taken out. */
export const peopleMutants: readonly Mutant[] = [
  {
    name: 'whoever calls may do everything',
    edits: [
      { file: 'electron/engine/port/gateway.ts', from: '    if (refused) return refused\n', to: '    void refused\n' },
    ],
    killedBy: { file: 'electron/engine/port/permissions.test.ts', test: 'every call by every role, and by nobody' },
  },
  {
    name: 'the engine answers behind the lock screen',
    edits: [
      {
        file: 'electron/engine/port/gateway.ts',
        from: 'if (locked && !behindTheLock.has(name))',
        to: 'if (locked && name === "" && !behindTheLock.has(name))',
      },
    ],
    killedBy: { file: `${session}/locked-session.test.ts`, test: 'a locked session is answered nothing' },
  },
  {
    name: 'a wrong password is not counted before it is compared',
    edits: [{ file: `${session}/tries.ts`, from: 'wrongTries: counted + 1,', to: 'wrongTries: counted,' }],
    killedBy: { file: guessing, test: 'guessing passwords over restarts' },
  },
  {
    name: 'a PIN may be guessed for ever',
    edits: [
      {
        file: `${session}/check-unlock-pin.ts`,
        from: 'if (before.pinWrong >= unlockPinTries)',
        to: 'if (before.pinWrong < 0)',
      },
    ],
    killedBy: { file: guessing, test: 'guessing PINs over restarts' },
  },
  {
    name: 'a lock-out goes by the clock of the PC',
    edits: [
      {
        file: `${session}/tries.ts`,
        from: "staff: Pick<Staff, 'id'>): Promise<Result<number, Fault>> {\n  const sure = await deps.sureNow()",
        to: "staff: Pick<Staff, 'id'>): Promise<Result<number, Fault>> {\n  const sure = deps.clock.now()",
      },
    ],
    killedBy: { file: `${session}/turned-clock.test.ts`, test: 'a clock set ' },
  },
  {
    name: 'a name that is locked out costs no work',
    edits: [
      {
        file: `${session}/check-person.ts`,
        from: '    await deps.passwords.matches(nobodysVerifier, typed.password)\n    return counted',
        to: '    return counted',
      },
    ],
    killedBy: { file: `${session}/same-work.test.ts`, test: 'off the line an unknown, a new' },
  },
  {
    name: 'a password that the centre checked long ago opens',
    edits: [
      {
        file: `${session}/offline-days.ts`,
        from: 'return from !== null && Date.parse(now) - Date.parse(from) < daysSinceOnlineSignIn * day',
        to: "return from !== null && now !== '' && daysSinceOnlineSignIn > 0",
      },
    ],
    killedBy: { file: `${session}/sign-in.test.ts`, test: 'after seven days without the centre' },
  },
  {
    name: 'who asks may be the second pair of eyes',
    edits: [
      {
        file: `${session}/prove-supervisor.ts`,
        from: 'return staff.id === asker ?',
        to: "return staff.id === '' && asker === '' ?",
      },
    ],
    killedBy: {
      file: 'electron/engine/usecases/help/help.test.ts',
      test: 'a clerk helps nobody, nobody helps himself',
    },
  },
  {
    name: 'a code of the authenticator counts twice',
    edits: [
      {
        file: 'server/auth/second-factor.ts',
        from: '{ at: centre.now(), after: account.factor_step })',
        to: '{ at: centre.now(), after: 0 })',
      },
      { file: 'server/auth/second-factor.ts', from: ".where('factor_step', '<', step)", to: '' },
    ],
    killedBy: { file: 'server/auth/people.test.ts', test: 'a code counts once, one step aside' },
  },
  {
    name: 'a PIN outlives the password of its time',
    edits: [
      {
        file: `${session}/check-unlock-pin.ts`,
        from: 'if (before.pinVerifier === null || !isOfNow(before, staff))',
        to: 'if (before.pinVerifier === null)',
      },
      {
        file: `${session}/check-person.ts`,
        from: '...(another ? { pinVerifier: null } : {}), ',
        to: '...(another ? {} : {}), ',
      },
    ],
    killedBy: { file: `${session}/first-password.test.ts`, test: 'a PIN ends with the password of its time' },
  },
]
