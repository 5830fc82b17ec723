// A central server in a process of its own, with one office full of ready cards: tells its parent where it is and how to enrol there, and ends with it.
import { sql } from 'kysely'
import { City } from '../../sync/city.ts'

const [databaseUrl = '', databaseSchema = '', cards = '1'] = process.argv.slice(2)
const city = await City.found(databaseUrl === '' ? {} : { databaseUrl, databaseSchema })
const scope = await city.office(Number(cards))
// A centre at work has its statistics; the machinery that keeps them may not have come by in these few seconds.
if (databaseUrl !== '') await sql`ANALYZE rows, row_keys, changes, commands`.execute(city.server.centre.db)
const codes = await Promise.all(Array.from({ length: 8 }, () => city.enrolmentCode(scope)))
process.send?.({ url: city.url, scope, codes })
process.once('disconnect', () => city.close().then(() => process.exit()))
