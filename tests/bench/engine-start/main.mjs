// Starts the built engine as the shell does, in a process of its own, as often as asked, and writes how long each took from its birth until a question about the desk was answered.
// The file named by LOKET_BENCH says: { entry, start (shared/contract/shell/start.ts), runs, answer (a file) }.
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { app, MessageChannelMain, utilityProcess } from 'electron'

const { entry, start, runs, answer } = JSON.parse(readFileSync(process.env.LOKET_BENCH, 'utf8'))

async function untilUsable() {
  const began = performance.now()
  const engine = utilityProcess.fork(entry, [], { serviceName: 'Loket engine', stdio: 'inherit' })
  const { port1, port2 } = new MessageChannelMain()
  engine.postMessage(start)
  engine.postMessage({ type: 'port' }, [port2])
  await answered(port1)
  const ms = performance.now() - began
  const ended = once(engine, 'exit')
  engine.postMessage({ type: 'stop' })
  await ended
  return ms
}

/** Asks when it is greeted. */
const answered = (port) =>
  new Promise((resolve, reject) => {
    port.on('message', ({ data }) => {
      if (data.type === 'reply') return data.ok ? resolve() : reject(new Error(JSON.stringify(data.fault)))
      if (data.type !== 'hello') return
      if (data.fatal) return reject(new Error(`the engine is of no use: ${data.fatal.code}`))
      port.postMessage({ type: 'call', id: 1, name: 'app.status', input: {}, session: null, requestId: null })
    })
    port.start()
  })

// Not awaited: `ready` comes only after this module has been run.
app.whenReady().then(async () => {
  const took = []
  for (let run = 0; run < runs; run++) took.push(await untilUsable())
  writeFileSync(answer, JSON.stringify(took))
  app.quit()
})
process.on('unhandledRejection', (cause) => {
  console.error(cause)
  app.exit(1)
})
