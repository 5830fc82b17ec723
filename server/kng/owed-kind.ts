/** What the centre can owe to KNG, or still has to fetch from it. */
export type OwedKind = 'submit' | 'document' | 'repair' | 'withdraw' | 'kitir' | 'answer' | 'result'
