import { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import type { Album } from '../album.ts'
import { bringBack, closeTheDay } from './close-the-day.ts'
import { beginOnSite, goOut, prepareTheDay } from './evening.ts'
import { lookFromTheOffice, sendTheDay } from './evening-sync.ts'
import { visitors } from './people.ts'
import { serveThePeople } from './queue.ts'

/** A day of a mobile team: planned, thirty people served without a network, closed and signed, and sent in the evening. */
export async function playField(kelurahan: Kelurahan, album: Album): Promise<void> {
  const before = await kelurahan.startDesk(1)
  const planning = new Clerk(before.page)
  await planning.signIn()
  await prepareTheDay(kelurahan, planning, album)
  await before.close()
  const { page } = await kelurahan.startDesk(1)
  const rini = new Clerk(page)
  await rini.signIn()
  await goOut(rini, album)
  await kelurahan.link().cut()
  await beginOnSite(rini, album)
  await serveThePeople(rini, visitors(kelurahan), album)
  await closeTheDay(kelurahan, rini, album)
  await bringBack(rini, album)
  await sendTheDay(kelurahan, rini, album)
  await lookFromTheOffice(kelurahan, album)
}
