import fc from 'fast-check'
import { calls } from '#shared/contract/engine/calls.ts'
import { callMessage } from '#shared/contract/engine/wire.ts'
import { faultCodes } from '#shared/contract/errors.ts'
import { Counter, password } from '../../../electron/engine/testing/counter.ts'
import { aCard } from '../../../electron/engine/testing/rows.ts'
import { anyText, anyThing, nearly } from './hostile.ts'

/** They end the session, or wait for what is not there in a test: the network, a person at a dialog. */
const left = new Set(['session.sign-out', 'device.enrol', 'sync.now', 'printer.test'])
const aSupervisor = 'hendra'

/** Calls of every name with inputs that are nearly right, and messages that are none: each has an answer, and each refusal a name that screens know. */
export async function fuzzEngineCalls(runs: number, seed?: number): Promise<void> {
  const counter = await Counter.with({ cards: ['k-1', 'k-2', 'k-3'].map((id) => aCard(id)) })
  try {
    await counter.signIn(aSupervisor)
    await fc.assert(
      fc.asyncProperty(aMessage, async (message) => answered(counter, message)),
      { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
    )
    await fc.assert(
      fc.asyncProperty(anyThing, async (message) => quiet(counter, message)),
      { numRuns: runs },
    )
    await openAgain(counter)
    await counter.get('card.get', { cardId: 'k-3' })
  } finally {
    await counter.close()
  }
}

const shut = new Set(['session-locked', 'sign-in-required'])

const named = [...calls.values()].filter(({ name }) => !left.has(name))
const aMessage = fc.constantFrom(...named).chain((call) =>
  fc.record({
    name: fc.oneof({ weight: 20, arbitrary: fc.constant(call.name) }, { weight: 1, arbitrary: anyText }),
    input: nearly(call.input),
    session: fc.constantFrom('own', 'own', 'own', 'none', 'made-up'),
    requestId: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, anyText, fc.constant(null)),
  }),
)
type Message = typeof aMessage extends fc.Arbitrary<infer M> ? M : never

/** A message may have ended or locked the session: the next ones are to get further than the door. */
async function openAgain(counter: Counter): Promise<void> {
  counter.session = null
  const open = async () => {
    const { session } = await counter.get('session.sign-in', { username: aSupervisor, password })
    counter.session = session
  }
  // Wrong passwords among the messages may have locked the name, as they should.
  await open().catch(() => {
    counter.clock.pass(24 * 60)
    return open()
  })
}

async function answered(counter: Counter, { name, input, session, requestId }: Message): Promise<void> {
  const token = session === 'own' ? counter.session : session === 'none' ? null : 'x'.repeat(43)
  const reply = await counter.answer({ type: 'call', id: 1, name, input, session: token, requestId })
  if (reply.ok) return
  const { code } = reply.refusal
  if (session === 'own' && shut.has(code)) await openAgain(counter)
  const before = counter.log.errors.splice(0)
  if (code === 'bug' || !(code in faultCodes)) throw new Error(`${name} ended in ${code}: ${before.join(' | ')}`)
}

/** What is no message has no answer and does no harm. */
async function quiet(counter: Counter, message: unknown): Promise<void> {
  const posted: unknown[] = []
  const port = {
    post: (reply: unknown) => void posted.push(reply),
    onMessage: (hear: (m: unknown) => void) => hear(message),
    onClose: () => {},
  }
  counter.serve(port as never)
  await new Promise((resolve) => setImmediate(resolve))
  if (posted.length > 0 && !callMessage.safeParse(message).success)
    throw new Error('something was answered that was no question')
  counter.log.errors.splice(0)
}
