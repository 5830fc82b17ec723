// A device of that peer: `node device.mjs pull URL FOLDER` copies a database from it, `node device.mjs push URL FOLDER DOCS.json` writes documents
// and sends them there. Prints the seconds that the replication took.
import { mkdirSync, readFileSync } from 'node:fs'
import PouchDB from 'pouchdb'

const [way, url, folder, docs] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const Stored = PouchDB.defaults({ prefix: `${folder}/` })
const own = new Stored('own')
if (way === 'push') await own.bulkDocs(JSON.parse(readFileSync(docs, 'utf8')))
const peer = new PouchDB(url)
const began = performance.now()
// The best of the batch sizes tried: 100 (its default) is slower.
const options = { batch_size: 1000, batches_limit: 10 }
await (way === 'push' ? PouchDB.replicate(own, peer, options) : PouchDB.replicate(peer, own, options))
console.log((performance.now() - began) / 1000)
await own.close()
