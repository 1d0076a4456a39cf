import { blocksOf, everyNode, type LexicalNode, plainText } from '../lexical/nodes'
import { advice, type Check } from './check'
import { placedNodes, quoted } from './placed-nodes'

/** A source that a briefing rests on and that needs an officer, as the evidence watch has it. */
export type DoubtfulSource = {
  readonly id: string
  readonly title: string
  readonly problem: 'dead' | 'moved' | 'superseded' | 'withdrawn'
  /** What was found, in a sentence. */
  readonly said: string
}

/** An address that the evidence watch knows to be gone or moved. */
export type DoubtfulLink = {
  /** As it stands in the text. */
  readonly url: string
  /** What was found, the rest of a sentence: “it …”. */
  readonly said: string
  readonly movedTo: string | null
}

export type EvidenceDoubts = {
  readonly sources: readonly DoubtfulSource[]
  readonly links: readonly DoubtfulLink[]
}

const MENDS: Readonly<Record<DoubtfulSource['problem'], string>> = {
  dead: 'Give its new address, or cite another.',
  moved: 'Give its new address.',
  superseded: 'Cite the newer one, or say in the text why this one.',
  withdrawn: 'Cite another, or say in the text that it was withdrawn.',
}

const checkSource = ({ id, title, problem, said }: DoubtfulSource): Check => ({
  ...advice(
    `source-${problem}`,
    'sources',
    `Look again at the source ${quoted(title)}. ${said} ${MENDS[problem]}`,
  ),
  mend: { label: `Open the source ${quoted(title)}`, href: `/admin/collections/sources/${id}` },
})

/** Where a link leads on the web; null for one within the site, and for what is no link. */
function webAddressOf({ type, fields }: LexicalNode): string | null {
  const isLink = (type === 'link' || type === 'autolink') && fields?.linkType !== 'internal'
  return isLink && typeof fields?.url === 'string' ? fields.url : null
}

/** The web addresses that the links of a text lead to, each once. */
export const webLinksIn = (document: unknown): string[] => [
  ...new Set([...everyNode(blocksOf(document))].flatMap((node) => webAddressOf(node) ?? [])),
]

function checkLinks(document: unknown, links: readonly DoubtfulLink[]): Check[] {
  const known = new Map(links.map((link) => [link.url, link]))
  return [...placedNodes(document)].flatMap(({ node, place }) => {
    const link = known.get(webAddressOf(node) ?? '')
    if (!link) return []
    const mend = link.movedTo ? 'Let it lead there.' : 'Let it lead elsewhere, or take it out.'
    const says = `The link ${quoted(plainText([node]))} ${place} ${link.said}. ${mend}`
    return [advice('link-gone', 'body', says)]
  })
}

/**
 * What the evidence watch knows against the sources of a briefing and the links of its text. All of it is advice: a source
 * that was withdrawn may be what the briefing is about, and a server may come back.
 */
export const checkEvidence = (body: unknown, { sources, links }: EvidenceDoubts): Check[] => [
  ...sources.map(checkSource),
  ...checkLinks(body, links),
]
