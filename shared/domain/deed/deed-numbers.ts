/** Of a civil-registration deed as they are today (`3578-LU-28112012-0018`) or were before about 2008 (`2075/K/2004`). */
export const usualAktaNumber = (text: string): boolean =>
  /^\d{4}-[A-Z]{2}-\d{8}-\d{4}$/i.test(text.trim()) || /^\d+\s*\/[\w.\s/-]+\/\s*(19|20)\d{2}$/.test(text.trim())

/** Of a moving letter: `SKPWNI/3507/23042021/0070`, with spaces or a day of six digits too. */
export const usualSkpwniNumber = (text: string): boolean =>
  /^SKPWNI[\s/.-]*\d{4}[\s/.-]*\d{6}(\d{2})?[\s/.-]*\d{1,5}$/i.test(text.trim())
