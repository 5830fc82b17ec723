import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { DatabaseConfig } from '../database/open-database.ts'
import { Mistake } from '../mistake.ts'
import { readAreas } from '../region/areas.ts'
import type { SimulationOptions } from './city.ts'

interface SimulationAsked extends SimulationOptions {
  readonly where: DatabaseConfig
  /** Folder of the e-Kitir pictures. */
  readonly out: string
}

const options = z.object({
  kelurahan: z.string().refine((code) => readAreas().find(code) !== null, 'is the code of no kelurahan of this city'),
  cards: z.coerce.number('is no number').int('is no whole number').min(0, 'is below 0').max(1_000_000, 'is too many'),
  seed: z.coerce.number('is no number').int('is no whole number'),
  now: z.iso.datetime('is no instant like 2026-11-24T02:00:00Z').transform((text) => Date.parse(text)),
})

/** What the command line asks for. Throws a `Mistake` of usage. */
export function simulationAsked(args: readonly string[], env: NodeJS.ProcessEnv): SimulationAsked {
  const values = valuesOf(args)
  const { data, error } = options.safeParse(values)
  if (!data) throw usage(error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`).join(', '), error)
  const url = values['database-url'] ?? env.DATABASE_URL
  const dataDir = values['server-data'] || env.LOKET_SERVER_DATA || 'out/server'
  return { ...data, where: url ? { url } : { dataDir }, out: values.out, withoutVerifiers: values['no-verifiers'] }
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        kelurahan: { type: 'string', default: '3578101003' },
        cards: { type: 'string', default: '200' },
        seed: { type: 'string', default: '7' },
        'server-data': { type: 'string' },
        'database-url': { type: 'string' },
        out: { type: 'string', default: 'out/simulated' },
        now: { type: 'string', default: new Date().toISOString() },
        'no-verifiers': { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    // An option that does not exist, or one without its value: Node's own sentence names it.
    throw usage(cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const usage = (what: string, cause: unknown) => new Mistake(`simulate: ${what}.`, { exitCode: 2, cause })
