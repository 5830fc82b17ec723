/** Tables of the sync (outbox, audit chain, blobs, cursors, identity of the device), made by migration 0002. */
export type SyncTables = Record<never, never>
