import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Mistake } from '../../server/mistake.ts'

/** What the command line asks for. */
export interface LoadAsked {
  /** How many at the peak; also the most that are ever there. */
  readonly devices: number
  /** How long the peak lasts. */
  readonly minutes: number
  /** Acts a second of all devices at the peak. */
  readonly rate: number
  /** How many devices each measurement of the cost has; empty: it is left out. */
  readonly curve: readonly number[]
  /** The city's morning is played before. */
  readonly morning: boolean
  /** Server processes behind one PostgreSQL; devices take them in turns. */
  readonly servers: number
  /** Cluster in which a database of its own is made, and dropped afterwards. */
  readonly databaseUrl: string | null
  /** A profile of the server's processor time is written there. */
  readonly profile: string | null
  /** `docs/scale.md` gets the tables of this run. */
  readonly paper: boolean
}

const whole = z.coerce.number('is no number').int('is no whole number').min(1, 'is below 1')
const options = z.object({
  devices: whole.max(20_000, 'is too many for one machine'),
  minutes: z.coerce
    .number('is no number')
    .min(0.1, 'is too short')
    .max(24 * 60, 'is too long'),
  rate: z.coerce.number('is no number').min(0.1, 'is too few').max(10_000, 'is too many'),
  curve: z.string().transform((text) => (text === 'none' ? [] : text.split(',').map(Number))),
  servers: whole.max(16, 'is too many'),
})

/** Throws a `Mistake` of usage. */
export function loadAsked(args: readonly string[], env: NodeJS.ProcessEnv): LoadAsked {
  const values = valuesOf(args)
  const { data, error } = options.safeParse(values)
  if (!data) throw usage(error.issues.map(({ path, message }) => `--${path.join('.')} ${message}`).join(', '), error)
  if (data.curve.some((devices) => !Number.isInteger(devices) || devices < 1)) throw usage('--curve is no list', null)
  return {
    ...data,
    morning: !values['no-morning'],
    databaseUrl: values['database-url'] ?? (env.DATABASE_URL || null),
    profile: values.profile ?? null,
    paper: values.paper,
  }
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        devices: { type: 'string', default: '2000' },
        minutes: { type: 'string', default: '5' },
        rate: { type: 'string', default: '60' },
        curve: { type: 'string', default: '250,500,1000,2000' },
        servers: { type: 'string', default: '1' },
        'no-morning': { type: 'boolean', default: false },
        'database-url': { type: 'string' },
        profile: { type: 'string' },
        paper: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    // An option that does not exist, or one without its value: Node's own sentence names it.
    throw usage(cause instanceof Error ? cause.message : String(cause), cause)
  }
}

const usage = (what: string, cause: unknown) => new Mistake(`load: ${what}.`, { exitCode: 2, cause })
