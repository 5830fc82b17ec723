/** By which column a table is spread over the machines of a cluster, the same kind of value in all: what belongs to one scope lies on one machine. */
export const spreadBy: Readonly<Record<string, 'scope' | 'home_scope'>> = {
  scopes: 'scope',
  rows: 'scope',
  row_keys: 'scope',
  changes: 'scope',
  commands: 'home_scope',
  verdicts: 'home_scope',
  audit: 'home_scope',
  devices: 'home_scope',
  tokens: 'home_scope',
  staff_accounts: 'scope',
  staff_history: 'scope',
  sign_in_failures: 'scope',
  blobs: 'scope',
  blob_parts: 'scope',
  queries: 'home_scope',
  lookups: 'home_scope',
  courier_files: 'home_scope',
  courier_parts: 'home_scope',
  kng_outbox: 'scope',
}

/** Small, or seldom written: they stay on one machine, and nothing of a scope is joined to them. */
export const keptWhole: readonly string[] = [
  'migrations',
  'admin_acts',
  'admin_tokens',
  'centre_keys',
  'centre_state',
  'daily_jobs',
  'enrolment_codes',
  'challenges',
  'rate_limits',
  'device_generations',
  'device_copies',
  'device_acts',
  'device_moves',
  'quarantine',
  'device_database_keys',
  'recoveries',
  'kng_state',
]

/** A statement about a spread table that does not say where: it is asked of every machine. */
export interface AskedEverywhere {
  readonly what: string
  readonly statement: RegExp
  readonly when: string
  readonly why: string
}

const rowsById = 'select (distinct )?("[a-z]+"(, )?)+ from "rows" where "entity" (=|in) .* and "id" (=|in) '

/** All of them, each with its reason. The record of decisions (0023) has the same list, which a test compares. */
export const askedEverywhere: readonly AskedEverywhere[] = [
  {
    what: 'rows by their ids',
    statement: new RegExp(`^${rowsById}`),
    when: 'four for an act',
    why: 'An act names its card and not the unit where the card lies, and versions grow over all scopes: only an index of every machine knows that a row is new. Reads alone, each one probe of `rows_by_id` on every shard.',
  },
  {
    what: 'rows by a key',
    statement:
      /^select .* from "row_keys" inner join "rows" on "rows"\."scope" = "row_keys"\."scope" .* where "row_keys"\."key" /,
    when: 'two for an act, two to four for a look-up',
    why: 'An e-Kitir or a label says not where its card is. Joined within each scope; one probe of `row_keys_by_key` on every shard.',
  },
  {
    what: 'rows whose keys changed',
    statement: /^delete from "row_keys" where "entity" = .* and "id" = /,
    when: 'seldom: a number or label was corrected, a row moved to another unit',
    why: 'The keys may still lie in the unit that the row left.',
  },
  {
    what: 'a device by its id',
    statement: /^(select .* from|update) "devices" .*where "device_id" = /,
    when: 'once an hour and device, and when a person shuts one out',
    why: 'Who asks for a token, brings a file or is named by a person tells a device and no unit. One probe of `devices_by_id` on every shard.',
  },
  {
    what: 'a user name',
    statement: /^select "staff_id" from "staff_accounts" where "username" = \$$/,
    when: 'when an administrator makes somebody',
    why: 'A name is one for the city: a device of several units would not know whom it means.',
  },
  {
    what: 'the account of who goes to another unit',
    statement: /^delete from "staff_accounts" where "staff_id" = /,
    when: 'when an administrator changes somebody',
    why: 'The act names the unit where the person will be, not the one before.',
  },
  {
    what: 'tokens that are over',
    statement: /^delete from "tokens" where "expires_at" < /,
    when: 'once a minute, by one process',
    why: 'Each machine sweeps its own.',
  },
  {
    what: 'whether evidence is whole',
    statement: /^select (distinct )?"(sha256|scope)" from "blobs" where "sha256" /,
    when: 'when a case is looked at or settled',
    why: 'A desk of any unit may have brought it. One probe of `blobs_by_name` on every shard.',
  },
  {
    what: 'all scopes',
    statement: /^select "scope" from "scopes" order by "scope"$/,
    when: 'when an incident or a day of the calendar is noted',
    why: 'It may concern them all.',
  },
  {
    what: 'secrets that are not under the present key',
    statement: /^select "scope", "override_secret" from "scopes"$/,
    when: 'once when a process starts',
    why: 'Each office has a secret of its own.',
  },
  {
    what: 'all rows of a kind of which there are few',
    statement: /^select "row" from "rows" where "entity" = \S+( and "state" <> \$)? and "row" is not null order by /,
    when: 'incidents, calendars and claims, when one of the first two is noted; a question of the Dinas',
    why: 'The register is one for the city.',
  },
  {
    what: 'what waits for KNG',
    statement: /^(select .* from|update) kng_outbox (o |set .* )?where /,
    when: 'every five seconds, by one process',
    why: 'What is due is sent in the order of the city. One probe of `kng_outbox_waiting` on every shard.',
  },
  {
    what: 'questions about the whole city',
    statement: /^select .* from (rows where entity (=|in) |devices where state = 'active' group by home_scope)/i,
    when: 'when somebody at the Dinas looks, 240 times an hour and device at most',
    why: 'Counted on every machine and put together.',
  },
]
