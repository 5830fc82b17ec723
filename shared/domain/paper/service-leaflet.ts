import type { Service } from '../catalogue/catalogue.ts'
import type { ToldStandard } from '../catalogue/standard-of.ts'
import type { PaperBase } from './paper-base.ts'

/** Lembar persyaratan: one service on one page, for a citizen to take home. */
export interface ServiceLeaflet extends PaperBase {
  readonly kind: 'service-leaflet'
  /** Code of the service. */
  readonly number: string
  readonly service: Service
  readonly standard: ToldStandard
  /** Of the catalogue. */
  readonly version: number
}
