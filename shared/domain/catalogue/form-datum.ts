/** What a statement tells of a person. Numbers are the person's own to write: see shared/domain/paper/statement.ts. */
export const statementData = [
  'name',
  'nik',
  'kk',
  'birth',
  'sex',
  'passport',
  'nationality',
  'phone',
  'address',
] as const
export type StatementDatum = (typeof statementData)[number]

/** What only forms that are tables ask of a person, beside what a statement does. */
export const formData = ['birthPlace', 'birthDate', 'email'] as const
export type FormDatum = StatementDatum | (typeof formData)[number]
