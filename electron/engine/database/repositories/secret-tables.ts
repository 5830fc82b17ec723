import { createHash } from 'node:crypto'
import type {
  ChallengeRow,
  ChallengeStore,
  GrantRow,
  GrantStore,
  PinTryStore,
  SessionRow,
  SessionStore,
  StaffSecretRow,
  StaffSecretStore,
} from '../../usecases/secret-stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, insertRow, rows, run } from '../sql.ts'

type Stored<T, Flags extends keyof T> = Omit<T, Flags> & { readonly [F in Flags]: number }

export function sessionsIn(db: ReadDb): SessionStore {
  return {
    find: async (tokenHash) => {
      const row = await firstRow<Stored<SessionRow, 'locked'>>(
        db,
        `SELECT token_hash AS tokenHash, staff_id AS staffId, means, started_at AS startedAt, ends_at AS endsAt,
         began_sure AS beganSure, locked, must FROM session WHERE token_hash = ?`,
        tokenHash,
      )
      return row && { ...row, locked: row.locked === 1 }
    },
    start: async (session) => {
      await run(db, 'DELETE FROM session WHERE ends_at < ?', session.startedAt)
      await insertRow(db, 'session', {
        token_hash: session.tokenHash,
        staff_id: session.staffId,
        means: session.means,
        started_at: session.startedAt,
        ends_at: session.endsAt,
        began_sure: session.beganSure,
        locked: session.locked ? 1 : 0,
        must: session.must,
      })
    },
    setLocked: (tokenHash, locked) =>
      run(db, 'UPDATE session SET locked = ? WHERE token_hash = ?', locked ? 1 : 0, tokenHash),
    lockAll: () => run(db, 'UPDATE session SET locked = 1'),
    setMust: (tokenHash, must) => run(db, 'UPDATE session SET must = ? WHERE token_hash = ?', must, tokenHash),
    end: (tokenHash) => run(db, 'DELETE FROM session WHERE token_hash = ?', tokenHash),
  }
}

const secretColumns = `SELECT staff_id AS staffId, verifier, online_at AS onlineAt, last_sign_in_at AS lastSignInAt,
  wrong_tries AS wrongTries, locked_until AS lockedUntil, pin_verifier AS pinVerifier, pin_wrong AS pinWrong,
  credentials_since AS credentialsSince, temporary, extended_until AS extendedUntil FROM staff_secret`

type StoredSecret = Stored<StaffSecretRow, 'temporary'>
const secretOf = (row: StoredSecret): StaffSecretRow => ({ ...row, temporary: row.temporary === 1 })

const staffSecretColumns = (row: StaffSecretRow) => ({
  staff_id: row.staffId,
  verifier: row.verifier,
  online_at: row.onlineAt,
  last_sign_in_at: row.lastSignInAt,
  wrong_tries: row.wrongTries,
  locked_until: row.lockedUntil,
  pin_verifier: row.pinVerifier,
  pin_wrong: row.pinWrong,
  credentials_since: row.credentialsSince,
  temporary: row.temporary ? 1 : 0,
  extended_until: row.extendedUntil,
})

export function staffSecretsIn(db: ReadDb): StaffSecretStore {
  return {
    find: async (staffId) => {
      const row = await firstRow<StoredSecret>(db, `${secretColumns} WHERE staff_id = ?`, staffId)
      return row && secretOf(row)
    },
    all: async () => (await rows<StoredSecret>(db, secretColumns)).map(secretOf),
    save: (row) => insertRow(db, 'staff_secret', staffSecretColumns(row), 'INSERT OR REPLACE'),
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export function pinTriesIn(db: ReadDb): PinTryStore {
  const wrong = async (cardId: string, verifier: string) => {
    const sql = 'SELECT wrong FROM pin_try WHERE card_id = ? AND verifier_hash = ?'
    return (await firstRow<{ wrong: number }>(db, sql, cardId, hashOf(verifier)))?.wrong ?? 0
  }
  return {
    wrong,
    add: async (cardId, verifier) => {
      const tries = (await wrong(cardId, verifier)) + 1
      const row = { card_id: cardId, verifier_hash: hashOf(verifier), wrong: tries }
      await insertRow(db, 'pin_try', row, 'INSERT OR REPLACE')
      return tries
    },
    clear: (cardId) => run(db, 'DELETE FROM pin_try WHERE card_id = ?', cardId),
  }
}

export function grantsIn(db: ReadDb): GrantStore {
  return {
    give: (grant) =>
      insertRow(db, 'grant_token', {
        token_hash: grant.tokenHash,
        kind: grant.kind,
        card_id: grant.cardId,
        session_hash: grant.sessionHash,
        valid_until: grant.validUntil,
        supervisor_id: grant.supervisorId,
        supervisor_name: grant.supervisorName,
        reason: grant.reason,
      }),
    find: (tokenHash) =>
      firstRow<GrantRow>(
        db,
        `SELECT token_hash AS tokenHash, kind, card_id AS cardId, session_hash AS sessionHash, valid_until AS validUntil,
         supervisor_id AS supervisorId, supervisor_name AS supervisorName, reason FROM grant_token WHERE token_hash = ?`,
        tokenHash,
      ),
    endFor: (cardId) => run(db, 'DELETE FROM grant_token WHERE card_id = ?', cardId),
  }
}

export function challengesIn(db: ReadDb): ChallengeStore {
  return {
    open: (row) =>
      insertRow(db, 'challenge', {
        id: row.id,
        card_id: row.cardId,
        session_hash: row.sessionHash,
        challenge: row.challenge,
        reason: row.reason,
        valid_until: row.validUntil,
        tries: row.tries,
        purpose: row.purpose,
      }),
    find: (id) =>
      firstRow<ChallengeRow>(
        db,
        `SELECT id, card_id AS cardId, session_hash AS sessionHash, challenge, reason, valid_until AS validUntil, tries,
         purpose FROM challenge WHERE id = ?`,
        id,
      ),
    countTry: (id) => run(db, 'UPDATE challenge SET tries = tries + 1 WHERE id = ?', id),
    close: (id) => run(db, 'DELETE FROM challenge WHERE id = ?', id),
  }
}
