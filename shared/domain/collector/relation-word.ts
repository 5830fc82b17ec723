import type { CollectorKind } from '../card/card.ts'
import type { FamilyRelation } from '../household/household.ts'

const familyWords: Record<FamilyRelation, string> = {
  head: 'Kepala keluarga',
  spouse: 'Suami/istri',
  child: 'Anak',
  parent: 'Orang tua',
  other: 'Anggota keluarga',
}

const kindWords: Record<CollectorKind, string> = {
  self: 'Pemilik',
  family: 'Anggota keluarga',
  proxy: 'Kuasa',
  guardian: 'Orang tua/wali',
  'mobile-team': 'Petugas jemput bola',
}

/** The office's word for what the collector (pengambil) is to the owner, where the clerk typed none. */
export function relationWord(kind: CollectorKind, relation: FamilyRelation | null): string {
  return kind === 'family' && relation ? familyWords[relation] : kindWords[kind]
}
