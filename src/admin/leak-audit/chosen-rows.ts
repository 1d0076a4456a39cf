export type Row = { readonly route: string; readonly cells: Readonly<Record<string, string>> }

/** What marks in a cell were meant for, with the words of the key. */
export const AUDIENCES = {
  public: 'what anybody may meet',
  members: 'text for members',
  own: 'what is the reader’s own: their name, their choices',
  'owner alone': 'what its owner alone may meet, such as a file of their own data',
  staff: 'what staff alone may meet',
  administrators: 'what administrators alone may meet',
} as const

export type Choice = { readonly route: string; readonly met: string }

type Asked = Readonly<Record<string, string | string[] | undefined>>

const textOf = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim()

/** What the form asks for: part of a route, and an audience whose marks were met. Anything else chooses nothing. */
export function readChoice(asked: Asked): Choice {
  const met = textOf(asked.met)
  return { route: textOf(asked.route), met: Object.hasOwn(AUDIENCES, met) ? met : '' }
}

/** A cell lists statuses, each with what was met at it: `200, 200 staff, 404`. */
const metIn = (cell: string): readonly string[] =>
  cell.split(', ').map((part) => part.replace(/^\S+\s?/, ''))

export const chosenRows = (rows: readonly Row[], { route, met }: Choice): readonly Row[] =>
  rows.filter(
    (row) =>
      row.route.toLowerCase().includes(route.toLowerCase()) &&
      (met === '' || Object.values(row.cells).some((cell) => metIn(cell).includes(met))),
  )
