/** Eight digits, however they are spaced: a telephone number, a NIK, a KK or the number of an e-Kitir, and not a year or a price. */
const aNumber = /(?:\d[\s.-]?){7}\d/

/** A note of the log says nothing of a person: by what can be seen of it, no number by which one is found, and no address of one. */
export const noteFits = (note: string): boolean => !aNumber.test(note) && !/\S@\S/.test(note)
