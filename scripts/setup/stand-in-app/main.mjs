// What Electron runs when it is given a folder to run; the stand-in does not bring its own. The top-level await keeps
// `ready` from firing before the application has said what it wants.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!given) throw new Error('usage: electron [flags] FOLDER')
const folder = resolve(given)
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setName(about.name)
app.setVersion(about.version)
await import(pathToFileURL(join(folder, about.main)).href)
