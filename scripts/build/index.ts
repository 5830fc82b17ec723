// `npm run build`: the program as Electron runs it, in out/app. Does nothing where no source has changed since.
import { buildApp } from './build-app.ts'

await buildApp()
