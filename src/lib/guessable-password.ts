import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** What guesses at an account of this house would begin with. */
const OF_THE_HOUSE = [
  ...['signpost', 'briefing', 'bulletin', 'policy', 'council', 'member', 'officer', 'editor'],
  ...['admin', 'administrator', 'correct horse battery staple', 'correcthorsebatterystaple'],
]

/** The best of zxcvbn’s five marks: out of reach also of whoever holds the hashes, as slow as they are. */
const LEAST_GUESSES = 1e10

/** What is left without the words of the house and one's own must stand for itself. */
const LEAST_GUESSES_OF_THE_REST = 1e6

/** Beyond this the work grows with the square of the length, and the verdict no more. */
const LOOKED_AT = 64

let estimator: Promise<ZxcvbnFactory> | undefined

/** Five megabytes of word lists: read the first time somebody chooses a password. */
async function openEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    maxLength: LOOKED_AT,
  })
}

/** Two letters or more of who somebody is: the words of a name, the parts of an address. */
const piecesOf = (own: readonly string[]): string[] =>
  own
    .flatMap((text) => [text, ...text.split(/[^\p{L}]+/u)])
    .map((piece) => piece.toLowerCase())
    .filter((piece) => piece.length >= 2)

const without = (text: string, pieces: readonly string[]): string =>
  pieces
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, piece) => rest.replaceAll(piece, ''), text)

/**
 * True for a password that would be guessed soon: one of the 49,000 commonest of what was stolen elsewhere, a word or name
 * with figures or signs for letters or around it, a run of keys, one piece again and again, or little more than words of
 * this house or its owner's own name or address. How soon is estimated by zxcvbn (Wheeler, USENIX Security 2016).
 *
 * Asks for no mixture of signs, as NIST SP 800-63B advises. Length is for the caller to ask. Safe to repeat.
 */
export async function isGuessable(password: string, own: readonly string[] = []): Promise<boolean> {
  const zxcvbn = await (estimator ??= openEstimator())
  const pieces = [...OF_THE_HOUSE, ...piecesOf(own)]
  const typed = password.slice(0, LOOKED_AT).toLowerCase()
  const rest = without(typed, pieces)
  return (
    zxcvbn.check(typed, pieces).guesses < LEAST_GUESSES ||
    (rest !== typed && zxcvbn.check(rest).guesses < LEAST_GUESSES_OF_THE_REST)
  )
}
