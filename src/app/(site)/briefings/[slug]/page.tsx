import type { Metadata } from 'next'
import { cache } from 'react'
import type { PublicBriefing } from '@/access/to-public-part'
import { LOST, lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { structuredBriefing, structuredTrail } from '@/app/structured'
import { currentViewer } from '@/app/viewer'
import { listBriefings } from '@/briefings/list-briefings'
import { readBriefing } from '@/briefings/read-briefing'
import { JsonLd } from '@/components/json-ld'
import { settings } from '@/config/settings'
import { topicAndBelow } from '@/topics/topic-and-below'
import { FullBriefingPage } from './full-briefing-page'
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

async function othersOnTopic(teaser: PublicBriefing): Promise<readonly PublicBriefing[]> {
  const [topic] = teaser.topics
  const payload = await thePayload()
  const { briefings } = await listBriefings({
    payload,
    viewer: await currentViewer(),
    topicIds: topic ? await topicAndBelow(payload, topic.slug) : [],
    limit: 4,
    now: new Date(),
  })
  return briefings.filter(({ id }) => id !== teaser.id).slice(0, 3)
}

export default async function BriefingPage({ params }: Props) {
  const { slug } = await params
  const [read, briefing] = [await reading(slug), await publicPart(slug)]
  if (read.kind === 'missing' || !briefing) return lostPage()
  const { siteUrl } = settings()
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
        <FullBriefingPage briefing={read.briefing} trail={trail} siteUrl={siteUrl} />
      ) : (
        <TeaserPage
          teaser={read.teaser}
          trail={trail}
          viewer={await currentViewer()}
          now={new Date()}
          others={await othersOnTopic(read.teaser)}
        />
      )}
    </>
  )
}
