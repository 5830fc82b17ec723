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

export function sessionsIn(db: ReadDb): SessionStore {
  return {
    find: (tokenHash) =>
      firstRow<SessionRow>(
        db,
        `SELECT token_hash AS tokenHash, staff_id AS staffId, means, started_at AS startedAt, ends_at AS endsAt
         FROM session WHERE token_hash = ?`,
        tokenHash,
      ),
    start: async (session) => {
      await run(db, 'DELETE FROM session WHERE ends_at < ?', session.startedAt)
      await insertRow(db, 'session', {
        token_hash: session.tokenHash,
        staff_id: session.staffId,
        means: session.means,
        started_at: session.startedAt,
        ends_at: session.endsAt,
      })
    },
    end: (tokenHash) => run(db, 'DELETE FROM session WHERE token_hash = ?', tokenHash),
  }
}

const secretColumns = `SELECT staff_id AS staffId, verifier, online_at AS onlineAt, last_sign_in_at AS lastSignInAt,
  wrong_tries AS wrongTries, locked_until AS lockedUntil FROM staff_secret`

const staffSecretColumns = (row: StaffSecretRow) => ({
  staff_id: row.staffId,
  verifier: row.verifier,
  online_at: row.onlineAt,
  last_sign_in_at: row.lastSignInAt,
  wrong_tries: row.wrongTries,
  locked_until: row.lockedUntil,
})

export function staffSecretsIn(db: ReadDb): StaffSecretStore {
  return {
    find: (staffId) => firstRow<StaffSecretRow>(db, `${secretColumns} WHERE staff_id = ?`, staffId),
    all: () => rows<StaffSecretRow>(db, secretColumns),
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
      }),
    find: (id) =>
      firstRow<ChallengeRow>(
        db,
        `SELECT id, card_id AS cardId, session_hash AS sessionHash, challenge, reason, valid_until AS validUntil, tries
         FROM challenge WHERE id = ?`,
        id,
      ),
    countTry: (id) => run(db, 'UPDATE challenge SET tries = tries + 1 WHERE id = ?', id),
    close: (id) => run(db, 'DELETE FROM challenge WHERE id = ?', id),
  }
}
