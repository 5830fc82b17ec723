// `npm run restore -- --from FOLDER [--database-url URL]`: puts a backup into an empty database, before a server is started on it. See docs/backup.md.
import { runProgram } from '../mistake.ts'
import { asked } from './asked.ts'
import { putBack } from './put-back.ts'

await runProgram(async () => {
  const { folder, url } = asked('restore', 'from', process.env)
  const { counts, takenAt } = await putBack(url, folder, new Date())
  process.stdout.write(
    `Restored as of ${takenAt}: ${counts.commands} commands of ${counts.devices} devices. ` +
      'Devices send again what is missing. Shut out again who was shut out since then, and make void the enrolment codes that were used since then.\n',
  )
})
