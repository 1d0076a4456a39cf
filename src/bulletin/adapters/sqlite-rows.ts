import type { Row } from './ledger-file'

/** Payload names the column of `nextAttemptAt` `next_attempt_at`. */
export const toColumn = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const toField = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const fields = new Map<string, string>()

function fieldOf(column: string): string {
  const field = fields.get(column) ?? toField(column)
  fields.set(column, field)
  return field
}

/** A row as Payload would answer it, for a table whose fields are texts, numbers and dates alone. */
export function toDocument(row: Row): Row {
  const document: Row = {}
  for (const column in row) document[fieldOf(column)] = row[column] ?? null
  return document
}
