// PouchDB behind express-pouchdb, to measure beside: `node peer.mjs FOLDER DOCS.json` serves a database `rows` with these documents and an empty
// one `acts`, and prints its address once it is filled.
import { mkdirSync, readFileSync } from 'node:fs'
import express from 'express'
import expressPouchDb from 'express-pouchdb'
import PouchDB from 'pouchdb'

const [folder, docs] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const Stored = PouchDB.defaults({ prefix: `${folder}/` })
const app = express()
app.use('/', expressPouchDb(Stored, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
const rows = new Stored('rows')
const all = JSON.parse(readFileSync(docs, 'utf8'))
for (let from = 0; from < all.length; from += 1000) await rows.bulkDocs(all.slice(from, from + 1000))
await new Stored('acts').info()
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
