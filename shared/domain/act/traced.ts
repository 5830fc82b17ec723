/** Acts that changed a row, oldest first. A row that lists an act has its effect: applying it again changes nothing. */
export interface Traced {
  readonly acts?: readonly string[]
}
