/** A ready answer (templat jawaban) of the region pack. In its text stand fields in braces: those of `templateFields` are filled from the application, any other is left to the clerk. */
export interface QuestionTemplate {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** What a template can say of the application, in the citizen's own words; null: nothing is known of it. */
export interface TemplateValues {
  readonly nama: string | null
  readonly nomor_kitir: string | null
  readonly status: string | null
  readonly jatuh_tempo: string | null
  readonly unit: string | null
}

const field = /\{([^{}]{1,60})\}/g

/** The text with what is known put in. What is not known stays in its braces, to be seen and filled before it is sent. */
export const filled = (text: string, values: TemplateValues): string =>
  text.replace(
    field,
    (whole, name: string) => (Object.hasOwn(values, name) ? Reflect.get(values, name) : null) ?? whole,
  )

/** Names of the fields that are still to be filled, each once. An answer with one is not sent. */
export const gapsIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(field)].map(([, name = '']) => name.replaceAll('_', ' '))),
]
