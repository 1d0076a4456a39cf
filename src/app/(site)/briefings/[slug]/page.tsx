import type { Metadata } from 'next'
import { cache } from 'react'
import type { PublicBriefing } from '@/access/to-public-part'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { structuredBriefing, structuredTrail } from '@/app/structured'
import { currentViewer } from '@/app/viewer'
import { readBriefing } from '@/briefings/read-briefing'
import { JsonLd } from '@/components/json-ld'
import { settings } from '@/config/settings'
import { pause } from '@/lib/pause'
import { isOnReadingList } from '@/reading/reading-list'
import { moreLikeThis } from '@/search/more-like-this'
import { FullBriefingPage } from './full-briefing-page'
import { noteReading } from './note-reading'
import { TeaserPage } from './teaser-page'

type Props = { readonly params: Promise<{ slug: string }> }

const reading = cache(async (slug: string) =>
  readBriefing({
    payload: await thePayload(),
    slug,
    viewer: await currentViewer(),
    now: new Date(),
  }),
)

async function publicPart(slug: string) {
  const read = await reading(slug)
  if (read.kind === 'missing') return null
  return read.kind === 'full' ? read.briefing : read.teaser
}

/** Metadata leaves the site: it is made of the public part alone, whoever reads. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const briefing = await publicPart((await params).slug)
  if (!briefing) return LOST
  const { title, summary, url, publishedAt } = briefing
  return {
    title,
    description: summary,
    alternates: { canonical: url },
    openGraph: { type: 'article', title, description: summary, url, publishedTime: publishedAt },
  }
}

const WORTH_WAITING_MS = 500

/** Four briefings like this one that the page does not name already. A reader does not wait for a search that is slow. */
async function similarTo(
  briefing: PublicBriefing,
  without: readonly PublicBriefing[],
): Promise<readonly PublicBriefing[]> {
  const payload = await thePayload()
  const found = moreLikeThis({
    payload,
    engine: theSearchEngine(),
    viewer: await currentViewer(),
    briefing,
    without: without.map(({ id }) => id),
    limit: 4,
    now: new Date(),
  })
  return Promise.race([found, pause(WORTH_WAITING_MS).then(() => [])])
}

/** Whether it waits on the member's list; null for staff, who have none. */
async function isListed({ id }: PublicBriefing): Promise<boolean | null> {
  const viewer = await currentViewer()
  if (viewer.kind !== 'member') return null
  const own = { payload: await thePayload(), memberId: viewer.member.id }
  return isOnReadingList({ ...own, briefingId: id })
}

export default async function BriefingPage({ params }: Props) {
  const { slug } = await params
  const [read, briefing] = [await reading(slug), await publicPart(slug)]
  if (read.kind === 'missing' || !briefing) return lostPage()
  if (read.kind === 'full') await noteReading(await currentViewer(), briefing.id)
  const { siteUrl } = settings()
  const similar = await similarTo(briefing, read.kind === 'full' ? read.briefing.related : [])
  const [topic] = briefing.topics
  const trail = [
    { href: '/briefings', label: 'Briefings' },
    ...(topic ? [{ href: `/topics/${topic.slug}`, label: topic.name }] : []),
  ]
  return (
    <>
      <JsonLd content={structuredBriefing(briefing, siteUrl)} />
      <JsonLd content={structuredTrail(trail, siteUrl)} />
      {read.kind === 'full' ? (
        <FullBriefingPage
          briefing={read.briefing}
          trail={trail}
          siteUrl={siteUrl}
          similar={similar}
          isListed={await isListed(read.briefing)}
        />
      ) : (
        <TeaserPage
          teaser={read.teaser}
          trail={trail}
          viewer={await currentViewer()}
          now={new Date()}
          siteUrl={siteUrl}
          similar={similar}
        />
      )}
    </>
  )
}
