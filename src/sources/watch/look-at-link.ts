import robotsParser from 'robots-parser'
import type { WebAnswer } from '@/lib/web/ask-web'
import { type FollowedAnswer, followWeb } from '@/lib/web/follow-web'
import type { MayAsk } from '@/lib/web/is-public-address'

/** What one look at a link found. `said` is a piece of a sentence for people: “it …”. */
export type Finding =
  | { readonly kind: 'good' }
  | { readonly kind: 'moved'; readonly to: string }
  /** By this one look it is gone. */
  | { readonly kind: 'gone'; readonly said: string }
  /** It says nothing of the source: the server is unwell, or does not want to be asked. */
  | { readonly kind: 'unsure'; readonly said: string }

export type Asker = {
  readonly mayAsk: MayAsk
  /** Names the service to those it asks, with an address to complain at. */
  readonly userAgent: string
  readonly timeoutMs: number
  /** Waits between two requests to one host. */
  readonly pause: (milliseconds: number) => Promise<void>
  readonly paceMs: number
}

const MOST_BYTES = 64_000
const MOST_BYTES_OF_ROBOTS = 500_000

/** The name that robots.txt may speak to. */
const ROBOT = 'SignpostEvidenceWatch'

type Robots =
  | { readonly kind: 'rules'; readonly allows: (url: URL) => boolean }
  | { readonly kind: 'away'; readonly answer: FollowedAnswer['answer'] }

type Visit = {
  readonly asker: Asker
  readonly robots: Map<string, Robots>
  readonly asked: Set<string>
}

async function inTurn({ asker, asked }: Visit, url: URL): Promise<void> {
  if (asked.has(url.host)) await asker.pause(asker.paceMs)
  asked.add(url.host)
}

const questionOf = ({ asker }: Visit, url: URL, method: 'HEAD' | 'GET', mostBytes: number) => ({
  url,
  method,
  mostBytes,
  mayAsk: asker.mayAsk,
  timeoutMs: asker.timeoutMs,
  headers: { 'User-Agent': `${ROBOT} (${asker.userAgent})`, Accept: '*/*' },
})

/** RFC 9309: a robots.txt that is not there allows all, one that cannot be had for now forbids all. */
function rulesOf(answer: FollowedAnswer['answer'], url: URL): Robots {
  if (answer.kind !== 'answered' || answer.status >= 500) return { kind: 'away', answer }
  if (answer.status >= 300) return { kind: 'rules', allows: () => true }
  const rules = robotsParser(url.href, answer.body)
  return { kind: 'rules', allows: ({ href }) => rules.isAllowed(href, ROBOT) !== false }
}

async function robotsOf(visit: Visit, { origin }: URL): Promise<Robots> {
  const known = visit.robots.get(origin)
  if (known) return known
  const url = new URL('/robots.txt', origin)
  await inTurn(visit, url)
  const { answer } = await followWeb(questionOf(visit, url, 'GET', MOST_BYTES_OF_ROBOTS))
  const robots = rulesOf(answer, url)
  visit.robots.set(origin, robots)
  return robots
}

const isFailure = (answer: FollowedAnswer['answer']): boolean =>
  answer.kind !== 'answered' || answer.status >= 400

async function ask(visit: Visit, url: URL, method: 'HEAD' | 'GET'): Promise<FollowedAnswer> {
  return followWeb(questionOf(visit, url, method, MOST_BYTES), async (hop) => {
    const robots = await robotsOf(visit, hop)
    if (robots.kind !== 'rules' || !robots.allows(hop)) return false
    await inTurn(visit, hop)
    return true
  })
}

/** A server that refuses every connection is gone; one that breaks off may be unwell. */
function withoutAnswer(answer: Exclude<WebAnswer, { kind: 'answered' }>): Finding {
  switch (answer.kind) {
    case 'no-such-host':
      return { kind: 'gone', said: 'names a site that is not there any more' }
    case 'no-connection':
      return answer.code === 'ECONNREFUSED'
        ? { kind: 'gone', said: 'leads to a server that takes no connection' }
        : { kind: 'unsure', said: `could not be reached (${answer.code})` }
    case 'timed-out':
      return { kind: 'unsure', said: 'did not answer in time' }
    case 'refused-address':
      return { kind: 'unsure', said: 'leads to a private address, which is never asked' }
  }
}

function ofRobots(visit: Visit, url: URL): Finding {
  const robots = visit.robots.get(url.origin)
  if (robots?.kind !== 'away') return { kind: 'unsure', said: 'is not to be visited by programs' }
  const { answer } = robots
  if (answer.kind === 'answered') return { kind: 'unsure', said: `answered ${answer.status}` }
  return answer.kind === 'too-many-hops' || answer.kind === 'not-visited'
    ? { kind: 'unsure', said: 'is sent round in circles' }
    : withoutAnswer(answer)
}

const GONE = new Set([404, 410])

function findingOf(visit: Visit, { answer, url, movedTo }: FollowedAnswer): Finding {
  if (answer.kind === 'not-visited') return ofRobots(visit, url)
  if (answer.kind === 'too-many-hops') return { kind: 'unsure', said: 'is sent round in circles' }
  if (answer.kind !== 'answered') return withoutAnswer(answer)
  if (GONE.has(answer.status)) return { kind: 'gone', said: `answered ${answer.status}` }
  if (answer.status >= 300) return { kind: 'unsure', said: `answered ${answer.status}` }
  return movedTo ? { kind: 'moved', to: movedTo.href } : { kind: 'good' }
}

/**
 * Looks whether a link still leads to something: HEAD, and GET where HEAD was not answered well. Obeys robots.txt at every
 * hop, and waits between requests to one host. Sends nothing to an address `mayAsk` refuses.
 */
export async function lookAtLink(link: string, asker: Asker): Promise<Finding> {
  const visit: Visit = { asker, robots: new Map(), asked: new Set() }
  const url = new URL(link)
  const head = await ask(visit, url, 'HEAD')
  const isSettled = !isFailure(head.answer) || head.answer.kind !== 'answered'
  return findingOf(visit, isSettled ? head : await ask(visit, url, 'GET'))
}
