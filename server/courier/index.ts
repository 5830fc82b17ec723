// `npm run courier -- --in FILE --out FILE [--server-data DIR | --database-url URL]`: opens a device's queue that was brought to the centre, makes its answer
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { checkFile } from '#shared/courier/open-file.ts'
import { configFromEnvironment } from '../config.ts'
import { type DatabaseConfig, openDatabase } from '../database/open-database.ts'
import { Mistake, runProgram } from '../mistake.ts'
import { openCentre } from '../open-centre.ts'
import { answerQueue } from './answer-queue.ts'
import { Refused, told } from './open-queue.ts'

interface Asked {
  readonly where: DatabaseConfig
  readonly from: string
  readonly to: string
}

const usage = 'courier: --in FILE --out FILE [--server-data DIR | --database-url URL].'

function asked(args: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const text = { type: 'string' } as const
  const options = { in: text, out: text, 'server-data': text, 'database-url': text } as const
  try {
    const { values } = parseArgs({ args: [...args], options })
    const url = values['database-url'] ?? env.DATABASE_URL
    const dataDir = values['server-data'] || env.LOKET_SERVER_DATA || 'out/server'
    if (values.in && values.out) return { where: url ? { url } : { dataDir }, from: values.in, to: values.out }
  } catch (cause) {
    throw new Mistake(usage, { exitCode: 2, cause })
  }
  throw new Mistake(usage, { exitCode: 2 })
}

async function main(): Promise<void> {
  const { where, from, to } = asked(process.argv.slice(2), process.env)
  await requireWhole(from)
  const now = () => new Date()
  const database = await openDatabase(where, now().toISOString())
  const closing: { close(): Promise<unknown> }[] = [database]
  try {
    const centre = await openCentre(database, configFromEnvironment(process.env), now)
    closing.unshift(centre.pokes)
    const { answer, unprocessable, shutOut } = await answerQueue(centre, () => createReadStream(from))
    await writeWhole(to, answer)
    const unread = unprocessable.length > 0 ? ` ${unprocessable.length} commands were kept but not understood.` : ''
    const said = shutOut ? 'The device is shut out: nothing was taken.' : `The queue was taken.${unread}`
    process.stdout.write(`${said} Answer: ${to}\n`)
  } catch (cause) {
    throw sentenceFor(cause, from)
  } finally {
    for (const one of closing) await one.close()
  }
}

/** Before the database is opened: most of what can be wrong shows without it. */
async function requireWhole(from: string): Promise<void> {
  await told(() => checkFile(createReadStream(from), () => createHash('sha256'))).catch((cause: unknown) => {
    throw sentenceFor(cause, from)
  })
}

/** Under another name until it is whole on the disk: a half answer must not look like one. */
async function writeWhole(to: string, answer: AsyncIterable<Uint8Array>): Promise<void> {
  const draft = `${to}.part`
  const file = await open(draft, 'w')
  try {
    for await (const bytes of answer) await file.writeFile(bytes)
    await file.sync()
  } catch (cause) {
    await file.close()
    await rm(draft, { force: true })
    throw cause
  }
  await file.close()
  await rename(draft, to)
}

const refusals: Record<Refused['code'], string> = {
  'not-a-queue': 'is no queue of a device',
  damaged: 'is damaged or cut: ask for it again',
  'too-new': 'was made by a newer program than this server',
  'other-centre': 'is for another centre',
  'device-unknown': 'names a device that this centre does not know',
  'signature-wrong': 'was not signed by the device it names',
}

function sentenceFor(cause: unknown, from: string): unknown {
  if (cause instanceof Refused) return new Mistake(`${from} ${refusals[cause.code]}. Nothing was taken.`, { cause })
  const code = typeof cause === 'object' && cause !== null && Reflect.get(cause, 'code')
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
    return new Mistake(`A file cannot be read or written (${code}).`, { cause })
  return cause
}

await runProgram(main)
