import { sourcesNamedIn } from '../lexical/citations'
import { advice, blocking, type Check } from './check'
import { checkEvidence, type EvidenceDoubts } from './check-evidence'
import { checkText } from './check-text'

/** What the checks look at of a briefing: references as rows or ids, no matter which. */
export type CheckedBriefing = {
  readonly summary?: string | null
  readonly keyPoints?: readonly { readonly text?: string | null }[] | null
  readonly body?: unknown
  readonly sources?: readonly unknown[] | null
  readonly topics?: readonly unknown[] | null
  readonly updateKind?: string | null
  readonly changeNote?: string | null
  readonly firstPublishedAt?: string | null
}

const LONGEST_SUMMARY = 1000
const LONG_SUMMARY = 300
const FEW_KEY_POINTS = 3
const MANY_KEY_POINTS = 6

const isEmpty = (list: readonly unknown[] | null | undefined): boolean => (list ?? []).length === 0

function checkSummary({ summary }: CheckedBriefing): Check[] {
  const length = summary?.trim().length ?? 0
  if (length === 0) {
    return [
      blocking('summary', 'summary', 'There is no summary. It is all the public sees: write it.'),
    ]
  }
  if (length > LONGEST_SUMMARY) {
    const says = `The summary has ${length} characters. It may have ${LONGEST_SUMMARY}.`
    return [blocking('summary-too-long', 'summary', says)]
  }
  if (length <= LONG_SUMMARY) return []
  const says = `The summary has ${length} characters. Lists and the Bulletin read best with ${LONG_SUMMARY} or fewer.`
  return [advice('summary-long', 'summary', says)]
}

function checkKeyPoints({ keyPoints }: CheckedBriefing): Check[] {
  const points = (keyPoints ?? []).filter(({ text }) => text?.trim())
  if (points.length === 0) {
    const says = 'There are no key points. Three to six sentences let a busy reader stop there.'
    return [advice('key-points', 'keyPoints', says)]
  }
  if (points.length >= FEW_KEY_POINTS && points.length <= MANY_KEY_POINTS) return []
  const says = `There ${points.length === 1 ? 'is 1 key point' : `are ${points.length} key points`}. Three to six serve a reader best.`
  return [advice('key-points-count', 'keyPoints', says)]
}

const checkSources = ({ sources, body }: CheckedBriefing): Check[] =>
  isEmpty(sources) && sourcesNamedIn(body).length === 0
    ? [advice('sources', 'sources', 'It names no source. Say what its evidence is.')]
    : []

const checkTopics = ({ topics }: CheckedBriefing): Check[] =>
  isEmpty(topics)
    ? [advice('topics', 'topics', 'It has no topic, so no topic page and no follower finds it.')]
    : []

const checkChangeNote = ({ updateKind, changeNote, firstPublishedAt }: CheckedBriefing): Check[] =>
  firstPublishedAt && updateKind === 'substantial' && !changeNote?.trim()
    ? [blocking('change-note', 'changeNote', 'Say what changed: members are shown this note.')]
    : []

const NO_DOUBTS: EvidenceDoubts = { sources: [], links: [] }

/**
 * What is to be mended in a briefing before readers have it: what blocks first, each group in the order of the fields.
 * `doubts` are what the evidence watch knows against its sources and links.
 *
 * Blocks: no summary or one too long, no text, a citation without a source, a picture without an alternative text, a
 * substantial update without its note. All else is advice, for whoever writes and whoever reviews to weigh.
 */
export function checkBriefing(
  briefing: CheckedBriefing,
  doubts: EvidenceDoubts = NO_DOUBTS,
): readonly Check[] {
  const checks = [
    ...checkSummary(briefing),
    ...checkKeyPoints(briefing),
    ...checkText(briefing.body),
    ...checkSources(briefing),
    ...checkEvidence(briefing.body, doubts),
    ...checkTopics(briefing),
    ...checkChangeNote(briefing),
  ]
  return [
    ...checks.filter(({ weight }) => weight === 'blocking'),
    ...checks.filter(({ weight }) => weight === 'advice'),
  ]
}

/** What keeps a briefing from being submitted or published. */
export const whatBlocks = (briefing: CheckedBriefing): readonly Check[] =>
  checkBriefing(briefing).filter(({ weight }) => weight === 'blocking')
