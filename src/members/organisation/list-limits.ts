/** What a list of people may hold, and what a manager is told of it. Read in the browser too. */
export const MOST_ROWS = 2000
/** Of a list, written in UTF-8. */
export const MOST_BYTES = 400_000

const rows = MOST_ROWS.toLocaleString('en-GB')
const size = `${MOST_BYTES / 1000} kB`

export const MOST_IN_WORDS = `At most ${rows} people and ${size}.`
export const TOO_LARGE = `The file is larger than ${size}. Bring it in parts, or check that it is a CSV file.`
export const TOO_MANY = `A list may have ${rows} lines at most. Bring it in parts.`
