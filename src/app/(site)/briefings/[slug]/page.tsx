import type { Metadata } from 'next'
import { cache } from 'react'
import { briefingPath, type PublicBriefing } from '@/access/to-public-part'
import { memberViewer, type Viewer } from '@/access/viewer'
import { answerGone, LOST } from '@/app/lost-page'
import { movedOrLostPage } from '@/app/moved-page'
import { thePasses } from '@/app/pass-browser'
import { thePayload } from '@/app/payload'
import { theSearchEngine } from '@/app/search'
import { structuredBriefing, structuredTrail } from '@/app/structured'
import { currentViewer } from '@/app/viewer'
import { readBriefing } from '@/briefings/read-briefing'
import { JsonLd } from '@/components/json-ld'
import { settings } from '@/config/settings'
import { pause } from '@/lib/pause'
import type { Member } from '@/payload-types'
import { isOnReadingList } from '@/reading/reading-list'
import { moreLikeThis } from '@/search/more-like-this'
import { readDoubts } from '@/sources/read-doubts'
import { isFollowedByViewer } from '../../following/own-follows'
import { FullBriefingPage } from './full-briefing-page'
import { noteReading } from './note-reading'
import { TeaserPage } from './teaser-page'
import { WITHDRAWN, WithdrawnPage } from './withdrawn-page'

type Props = { readonly params: Promise<{ slug: string }> }

const reading = cache(async (slug: string) =>
  readBriefing({
    payload: await thePayload(),
    slug,
    viewer: await currentViewer(),
    passes: await thePasses(),
    now: new Date(),
  }),
)

async function publicPart(slug: string) {
  const read = await reading(slug)
  if (read.kind === 'missing' || read.kind === 'withdrawn') return null
  return read.kind === 'full' ? read.briefing : read.teaser
}

/** Metadata leaves the site: it is made of the public part alone, whoever reads. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const briefing = await publicPart(slug)
  if (!briefing) return (await reading(slug)).kind === 'withdrawn' ? WITHDRAWN : LOST
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
  if (viewer.kind !== 'member' || !viewer.isActive) return null
  const own = { payload: await thePayload(), memberId: viewer.member.id }
  return isOnReadingList({ ...own, briefingId: id })
}

/** By whose right what belongs to the text is read: that of whoever lent it, else one's own. */
const readerOf = async (lentBy: Member | undefined): Promise<Viewer> =>
  lentBy ? memberViewer(lentBy, new Date()) : currentViewer()

/** Members send on what they read by their own right. */
async function isReadByRight(lentBy: Member | undefined): Promise<boolean> {
  return lentBy === undefined && (await currentViewer()).kind === 'member'
}

export default async function BriefingPage({ params }: Props) {
  const { slug } = await params
  const [read, briefing] = [await reading(slug), await publicPart(slug)]
  if (read.kind === 'withdrawn') {
    await answerGone()
    return <WithdrawnPage withdrawn={read.withdrawn} />
  }
  if (read.kind === 'missing' || !briefing) return movedOrLostPage(briefingPath(slug))
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
          superseded={read.superseded}
          lentBy={read.lentBy?.name ?? null}
          canSend={await isReadByRight(read.lentBy)}
          trail={trail}
          siteUrl={siteUrl}
          similar={similar}
          isListed={await isListed(read.briefing)}
          doubts={await readDoubts({
            payload: await thePayload(),
            viewer: await readerOf(read.lentBy),
            sources: read.briefing.sources,
          })}
          isFollowed={
            read.briefing.isPublished
              ? await isFollowedByViewer({ kind: 'briefing', id: read.briefing.id })
              : null
          }
        />
      ) : (
        <TeaserPage
          teaser={read.teaser}
          superseded={read.superseded}
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
