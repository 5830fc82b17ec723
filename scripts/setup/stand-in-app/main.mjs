// What Electron runs when it is given a folder to run; the stand-in does not bring its own. The top-level await keeps
// `ready` from firing before the application has said what it wants.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// `-r FILE`, also several, as in the official one: Playwright holds the application back with it until it listens.
for (let at = process.argv.indexOf('-r'); at > 0; at = process.argv.indexOf('-r')) {
  const [, file] = process.argv.splice(at, 2)
  createRequire(import.meta.url)(resolve(file))
}

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!given) throw new Error('usage: electron [flags] FOLDER')
const folder = resolve(given)
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(about.name)
app.setVersion(about.version)
await import(pathToFileURL(join(folder, about.main)).href)
