import type { Metadata } from 'next'
import { cache } from 'react'
import { LOST, lostPage } from '@/app/lost-page'
import { pageNumber } from '@/app/page-number'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { listBriefings } from '@/briefings/list-briefings'
import { readSeries } from '@/briefings/read-series'
import { BriefingItem } from '@/components/briefing-item'
import { Page } from '@/components/page'
import { PagesNav } from '@/components/pages-nav'
import { EmptyState } from '@/components/section'
import { FollowButton } from '../../following/follow-button'
import { isFollowedByViewer } from '../../following/own-follows'

type Props = {
  readonly params: Promise<{ slug: string }>
  readonly searchParams: Promise<{ page?: string | string[] }>
}

const ON_A_PAGE = 20

const reading = cache(async (slug: string) => readSeries({ payload: await thePayload(), slug }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const read = await reading((await params).slug)
  if (read.kind === 'missing') return LOST
  const { name, description, slug } = read.series
  return {
    title: name,
    description: description ?? `Briefings of the series ${name}.`,
    alternates: { canonical: `/series/${slug}` },
  }
}

export default async function SeriesPage({ params, searchParams }: Props) {
  const read = await reading((await params).slug)
  if (read.kind === 'missing') return lostPage()
  const { series } = read
  const page = pageNumber((await searchParams).page)
  const { briefings, total } = await listBriefings({
    payload: await thePayload(),
    viewer: await currentViewer(),
    seriesId: series.id,
    limit: ON_A_PAGE,
    page,
    now: new Date(),
  })
  const path = `/series/${series.slug}`
  const isFollowed = await isFollowedByViewer({ kind: 'series', id: series.id })
  return (
    <Page title={series.name} kicker="Series" lead={series.description} reportPath={path} wide>
      {isFollowed === null ? null : (
        <FollowButton kind="series" id={series.id} isFollowed={isFollowed} />
      )}
      {briefings.length === 0 ? (
        <EmptyState>No briefing of this series has been published yet.</EmptyState>
      ) : (
        <div className="max-w-[40rem]">
          {briefings.map((briefing) => (
            <BriefingItem key={briefing.id} briefing={briefing} level={2} />
          ))}
        </div>
      )}
      <PagesNav path={path} page={page} pages={Math.ceil(total / ON_A_PAGE)} />
    </Page>
  )
}
