/** Where the page of this program is, and nothing else. */
export const pageOrigin = 'app://loket'
