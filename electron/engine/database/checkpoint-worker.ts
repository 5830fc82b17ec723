import { parentPort, workerData } from 'node:worker_threads'
import { connect } from './connect.ts'

/**
 * A thread with a connection of its own that moves pages from the log into the database file: each time it is asked, and once more before it ends. Answers with
 * how many pages the log has.
 */
const db = connect(workerData, false)
// The log is only found by a connection that has read something.
db.pragma('schema_version')

const move = () => (db.pragma('wal_checkpoint(PASSIVE)') as { log: number }[])[0]?.log ?? 0

parentPort?.on('message', (wish: 'move' | 'end') => {
  const pages = move()
  if (wish === 'move') return parentPort?.postMessage(pages)
  db.close()
  parentPort?.close()
})
