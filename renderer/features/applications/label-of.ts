/** What the catalogue calls it; its id where the catalogue has it no more. */
export const labelOf = (list: readonly { id: string; label: string }[] | undefined, id: string): string =>
  list?.find((one) => one.id === id)?.label ?? id
