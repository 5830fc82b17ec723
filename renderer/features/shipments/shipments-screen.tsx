import { useState } from 'react'
import { Counting } from './counting.tsx'
import { ParcelList } from './parcel-list.tsx'

/** Pengiriman: the parcels on their way, and counting one in. */
export function ShipmentsScreen({ shipmentId }: { readonly shipmentId?: string | undefined }) {
  const [open, setOpen] = useState<string | null>(shipmentId ?? null)
  if (open === null) return <ParcelList onOpen={setOpen} />
  return <Counting key={open} shipmentId={open} onOpen={setOpen} onLeave={() => setOpen(null)} />
}
