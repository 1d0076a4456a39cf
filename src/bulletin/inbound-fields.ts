/** One field of a header, a delivery report or a feedback report: its name in lower case, its value on one line. */
export type Field = { readonly name: string; readonly value: string }

const FIELD = /^([!-9;-~]+)[ \t]*:(.*)$/s

function readField(line: string): Field[] {
  const match = FIELD.exec(line)
  if (!match) return []
  const [, name = '', value = ''] = match
  return [{ name: name.toLowerCase(), value: value.replace(/\s+/g, ' ').trim() }]
}

/** Fields written one a line, folded lines joined (RFC 5322 section 2.2.3). What is no field is passed over. */
export const readFields = (text: string): Field[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n(?=[ \t]+\S)/g, ' ')
    .split('\n')
    .flatMap(readField)

/** Groups of fields with empty lines between, as RFC 3464 section 2.1 sets them. */
export const readFieldGroups = (text: string): Field[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map(readFields)
    .filter((group) => group.length > 0)

export const valuesOf = (fields: readonly Field[], ...names: readonly string[]): string[] =>
  names.flatMap((name) => fields.filter((field) => field.name === name).map(({ value }) => value))

export const valueOf = (fields: readonly Field[], name: string): string | null =>
  fields.find((field) => field.name === name)?.value ?? null
