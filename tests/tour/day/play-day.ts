import { Clerk } from '../../fixtures/clerk.ts'
import type { Kelurahan } from '../../fixtures/kelurahan.ts'
import type { Album } from '../album.ts'
import { handOverToASchool } from './bulk.ts'
import { payOneComplaint, refuseForOutage, takeOver } from './complaints.ts'
import { handOverAllKinds } from './hand-overs.ts'
import { registerOutage } from './outage.ts'
import { countInTheParcel } from './parcel.ts'
import { keepTheShelf } from './shelf.ts'
import { closeTheShift, openTheShift } from './shift.ts'
import { handOverOnSite } from './team.ts'
import { handOverTwice } from './two-desks.ts'
import { undoOne } from './undo.ts'

/** The kelurahan's whole day in the real program, from opening to closing. */
export async function playDay(kelurahan: Kelurahan, album: Album): Promise<void> {
  const desks = [await kelurahan.startDesk(1), await kelurahan.startDesk(2)] as const
  const [rini, fauzi] = [new Clerk(desks[0].page), new Clerk(desks[1].page)]
  await rini.signIn()
  await fauzi.signIn('Ahmad Fauzi')
  await album.shoot(rini.page, 'home', 'the day begins')
  await openTheShift(rini, album)
  await countInTheParcel(kelurahan, rini, album)
  await handOverAllKinds(kelurahan, rini, album)
  await handOverOnSite(kelurahan, rini, album)
  await handOverToASchool(kelurahan, rini, album)
  await undoOne(kelurahan, rini, album)
  await keepTheShelf(kelurahan, rini, album)
  await handOverTwice(kelurahan, { rini, fauzi }, album)
  await registerOutage(kelurahan, album)
  await rini.sync()
  await payOneComplaint(kelurahan, rini.page, album)
  await refuseForOutage(kelurahan, rini.page, album)
  await closeTheShift(kelurahan, await takeOver(rini.page, 'Rini Wulandari'), album)
}
