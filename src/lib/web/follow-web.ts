import { askWeb, type WebAnswer, type WebQuestion } from './ask-web'

export type FollowedAnswer = {
  readonly answer: WebAnswer | { readonly kind: 'too-many-hops' } | { readonly kind: 'not-visited' }
  /** The address the answer came from. */
  readonly url: URL
  /** Where the first address has moved for good: as far as every hop to there said so. Null where it has not. */
  readonly movedTo: URL | null
}

/** Told of every address before it is asked; false leaves it alone. */
export type MayVisit = (url: URL) => Promise<boolean>

const isWeb = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:'

const MOST_HOPS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const FOR_GOOD = new Set([301, 308])

function nextHop(answer: WebAnswer, url: URL): URL | null {
  if (answer.kind !== 'answered' || !REDIRECTS.has(answer.status) || !answer.location) return null
  return URL.canParse(answer.location, url.href) ? new URL(answer.location, url) : null
}

/** Asks, and follows at most five redirects, each of which is checked like the first address. */
export async function followWeb(
  question: WebQuestion,
  mayVisit: MayVisit = () => Promise.resolve(true),
): Promise<FollowedAnswer> {
  let { url } = question
  let movedTo: URL | null = null
  let isForGood = true
  for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
    if (!isWeb(url)) return { answer: { kind: 'refused-address' }, url, movedTo: null }
    if (!(await mayVisit(url))) return { answer: { kind: 'not-visited' }, url, movedTo }
    const answer = await askWeb({ ...question, url })
    const next = nextHop(answer, url)
    if (!next) return { answer, url, movedTo }
    isForGood &&= answer.kind === 'answered' && FOR_GOOD.has(answer.status)
    if (isForGood) movedTo = next
    url = next
  }
  return { answer: { kind: 'too-many-hops' }, url, movedTo: null }
}
