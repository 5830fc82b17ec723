// `npm run backup -- --to FOLDER [--database-url URL]`: a dump of the centre at one moment, taken while it works. See docs/backup.md.
import { runProgram } from '../mistake.ts'
import { asked } from './asked.ts'
import { takeBackup } from './take-backup.ts'

await runProgram(async () => {
  const { folder, url } = asked('backup', 'to', process.env)
  const { counts, takenAt } = await takeBackup(url, folder, new Date())
  process.stdout.write(`Backup of ${takenAt}: ${counts.commands} commands of ${counts.devices} devices in ${folder}\n`)
})
