import type { PaperBase } from './paper-base.ts'

/** Selebaran "Cara memakai Klampid dan IKD": what a citizen takes home after he was shown. It names nobody. */
export interface AppLeaflet extends PaperBase {
  readonly kind: 'app-leaflet'
  /** Where the apps are got, for the QR codes. */
  readonly apps: { readonly klampid: string; readonly ikd: string }
}
