import { z } from 'zod'
import type { Hasher } from './auth/hasher.ts'
import type { KngAddress } from './kng/kng-over-http.ts'
import type { LogTarget } from './logging.ts'
import { Mistake } from './mistake.ts'

/** How one server process is set up. Nothing here is needed to run it on one machine. */
export interface ServerConfig {
  /** 0 takes any free port. */
  readonly port?: number
  /** Loopback unless said otherwise: in a city the server stands behind a load balancer that speaks TLS. */
  readonly host?: string
  /** PostgreSQL; without it PGlite is used. */
  readonly databaseUrl?: string
  /** PostgreSQL schema (tests use one of their own). */
  readonly databaseSchema?: string
  /** Folder of PGlite; without it nothing is kept after the end. */
  readonly dataDir?: string
  /** Bearer of the administration routes with every right: for the first named tokens, and for one machine. */
  readonly adminToken?: string
  /** Folder with the releases that devices are offered; without it there are none. */
  readonly updatesDir?: string
  /** 32 bytes as base64 or hex that seal the secrets of second factors; without it there are none. */
  readonly factorKey?: string
  /** Tests count what is compared. */
  readonly hasher?: Hasher
  /** 32 bytes that wrap the secrets in the database; without it they are plain, which only a server on loopback does. */
  readonly centreKey?: Uint8Array
  /** Keys that were, or will be, the centre's: while it is changed. */
  readonly otherCentreKeys?: readonly Uint8Array[]
  /** Bearer of the metrics; without it they are told on loopback alone. */
  readonly metricsToken?: string
  /** Addresses or networks of load balancers, whose word is taken for where a request comes from. */
  readonly trustedProxies?: readonly string[]
  /** SHA-256 (hex, colons allowed) of the certificate, or of its authority, that stands before this server: computers that are enrolled from now on insist on it. */
  readonly authority?: string
  /** Where KNG/SIAK takes applications; without it they are kept here. `everyMs`: how long a round waits for the next. */
  readonly kng?: KngAddress & { readonly everyMs?: number }
  /** Level of pino, or `silent` (default). */
  readonly logLevel?: string
  /** Tests read the log. */
  readonly logTo?: LogTarget
  /** Tests look at the text of every statement. */
  readonly onStatement?: (sql: string) => void
  /** Tests walk all routes. */
  readonly onRoute?: (route: { readonly methods: readonly string[]; readonly url: string }) => void
  /** Tests own the time. */
  readonly now?: () => Date
}

const filled = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text))

const key = z
  .string()
  .regex(/^[A-Za-z0-9_+/-]{43}=?$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((one) => one.trim() || []))

/** What goes there is about citizens: over TLS, or within this machine. */
const kngUrl = z
  .url({ protocol: /^https?$/ })
  .refine((text) => text.startsWith('https:') || isLoopback(URL.parse(text)?.hostname ?? ''))
  .transform((text) => text.replace(/\/+$/, ''))

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4750),
  LOKET_SERVER_HOST: z.string().default('127.0.0.1'),
  LOKET_SERVER_DATA: filled,
  LOKET_ADMIN_TOKEN: filled,
  LOKET_UPDATES_DIR: filled,
  LOKET_FACTOR_KEY: filled,
  LOKET_CENTRE_KEY: filled.pipe(key.optional()),
  LOKET_CENTRE_KEY_OTHER: list.pipe(z.array(key)),
  LOKET_METRICS_TOKEN: filled,
  LOKET_TRUSTED_PROXIES: list,
  LOKET_TLS_AUTHORITY: filled
    .transform((text) => text?.replaceAll(':', '').toLowerCase())
    .pipe(
      z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    ),
  KNG_URL: filled.pipe(kngUrl.optional()),
  KNG_TOKEN: filled,
  KNG_EVERY_SECONDS: z.coerce.number().min(0.05).max(3600).default(5),
  LOKET_LOG: z.string().default('info'),
  DATABASE_URL: filled,
})

/** Every setting of the server, and its secrets, come from here and from nowhere else: docs/set-up/server.md lists them. Throws a `Mistake` that names the setting, never what it is set to. */
export function configFromEnvironment(from: NodeJS.ProcessEnv): ServerConfig {
  const { data: env, error } = environment.safeParse(from)
  if (!env)
    throw new Mistake(`${error.issues[0]?.path.join('.')} is not set to something usable.`, {
      exitCode: 2,
      cause: error,
    })
  if ((env.KNG_URL === undefined) !== (env.KNG_TOKEN === undefined))
    throw new Mistake('KNG_URL and KNG_TOKEN are set together or not at all.', { exitCode: 2 })
  return {
    port: env.PORT,
    host: env.LOKET_SERVER_HOST,
    ...(env.DATABASE_URL ? { databaseUrl: env.DATABASE_URL } : { dataDir: env.LOKET_SERVER_DATA ?? 'out/server' }),
    ...(env.LOKET_FACTOR_KEY ? { factorKey: env.LOKET_FACTOR_KEY } : {}),
    ...(env.LOKET_TLS_AUTHORITY ? { authority: env.LOKET_TLS_AUTHORITY } : {}),
    ...(env.LOKET_ADMIN_TOKEN ? { adminToken: env.LOKET_ADMIN_TOKEN } : {}),
    ...(env.LOKET_UPDATES_DIR ? { updatesDir: env.LOKET_UPDATES_DIR } : {}),
    ...(env.LOKET_CENTRE_KEY ? { centreKey: env.LOKET_CENTRE_KEY } : {}),
    ...(env.LOKET_METRICS_TOKEN ? { metricsToken: env.LOKET_METRICS_TOKEN } : {}),
    ...(env.KNG_URL && env.KNG_TOKEN
      ? { kng: { url: env.KNG_URL, token: env.KNG_TOKEN, everyMs: env.KNG_EVERY_SECONDS * 1000 } }
      : {}),
    otherCentreKeys: env.LOKET_CENTRE_KEY_OTHER,
    trustedProxies: env.LOKET_TRUSTED_PROXIES,
    logLevel: env.LOKET_LOG,
  }
}

export const isLoopback = (host: string): boolean => /^(127(\.\d{1,3}){3}|\[?::1\]?|localhost)$/.test(host)
