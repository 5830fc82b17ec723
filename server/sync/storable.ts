/** PostgreSQL keeps no text with U+0000 in it, and refuses even to compare with one: nothing there can be equal to it. */
export const isStorable = (text: string): boolean => !text.includes('\0')
