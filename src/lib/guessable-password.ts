/** What the passwords tried first are made of, whatever figures and signs stand around it. */
const COMMON = [
  ...['password', 'passwort', 'passwd', 'passcode', 'passphrase', 'secret', 'letmein', 'welcome'],
  ...['admin', 'administrator', 'login', 'signin', 'changeme', 'default', 'master', 'access'],
  ...[
    'qwertyuiop',
    'qwerty',
    'qwertz',
    'azerty',
    'asdfghjkl',
    'asdfgh',
    'zxcvbnm',
    'qazwsx',
    'qazwsxedc',
  ],
  ...[
    'iloveyou',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'liverpool',
    'arsenal',
    'chelsea',
  ],
  ...[
    'dragon',
    'monkey',
    'shadow',
    'superman',
    'batman',
    'starwars',
    'trustno',
    'whatever',
    'freedom',
  ],
  ...[
    'charlie',
    'michael',
    'jordan',
    'ashley',
    'jessica',
    'thomas',
    'george',
    'england',
    'scotland',
  ],
  ...['computer', 'internet', 'samsung', 'google', 'london', 'hello', 'please', 'test', 'temp'],
  ...[
    'spring',
    'summer',
    'autumn',
    'winter',
    'monday',
    'friday',
    'january',
    'february',
    'march',
    'april',
  ],
  ...['august', 'september', 'october', 'november', 'december', 'correcthorsebatterystaple'],
  ...[
    'signpost',
    'briefing',
    'bulletin',
    'policy',
    'council',
    'the',
    'and',
    'my',
    'is',
    'love',
    'new',
  ],
]

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** The alphabet, the figures, and keys that lie beside each other: in rows, in columns, and from one row to the next. */
const RUNS = [
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ...['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol', '0p'],
  ...['1q2w3e4r5t6y7u8i9o0p', 'qawsedrftgyhujikolp', 'azsxdcfvgbhnjmk'],
].flatMap((run) => [run, Array.from(run).reverse().join('')])

/** As much of a password as may jump from one run to another before it is no longer one of the first guesses. */
const MOSTLY = 0.7

/** As many letters of one's own as make a guess no longer one of the first. */
const ENOUGH_OF_ITS_OWN = 4

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '')

const readAsLetters = (text: string): string =>
  lettersOf(text.replace(/[013457@$!]/g, (sign) => LOOKS_LIKE[sign] ?? sign))

/** Two letters or more of who somebody is: the words of a name, the parts of an address. */
const piecesOf = (own: readonly string[]): string[] =>
  own.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((piece) => piece.length >= 2)

function withoutPieces(letters: string, pieces: readonly string[]): string {
  const longestFirst = [...pieces].sort((one, other) => other.length - one.length)
  return longestFirst.reduce((rest, piece) => rest.replaceAll(piece, ' '), letters)
}

const isOnePieceRepeated = (text: string): boolean => /^(.{1,6}?)\1+.{0,5}$/su.test(text)

/** True for what runs along the alphabet, the figures or keys beside each other, forwards or backwards. */
const isARun = (text: string): boolean => {
  const steps = Array.from(text)
    .slice(1)
    .filter((letter, index) => {
      const pair = `${text[index]}${letter}`
      return RUNS.some((run) => run.includes(pair)) || letter === text[index]
    })
  return steps.length >= (text.length - 1) * MOSTLY
}

/**
 * True for a password that is among the first anybody would try: one of the commonest words, with figures or signs for
 * letters or around it; a run of keys; one piece again and again; or its owner's own name or address.
 *
 * Asks for no mixture of signs, as NIST SP 800-63B advises. Length is for the caller to ask.
 */
export function isGuessable(password: string, own: readonly string[] = []): boolean {
  const typed = password.toLowerCase()
  if (isOnePieceRepeated(typed) || isARun(typed)) return true
  const pieces = [...COMMON, ...piecesOf(own)]
  return [lettersOf(typed), readAsLetters(typed)].some((letters) => {
    const itsOwn = lettersOf(withoutPieces(letters, pieces))
    return itsOwn !== letters && itsOwn.length < ENOUGH_OF_ITS_OWN
  })
}
