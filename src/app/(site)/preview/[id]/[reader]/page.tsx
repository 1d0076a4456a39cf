import type { Metadata } from 'next'
import { visitor } from '@/access/viewer'
import { lostPage } from '@/app/lost-page'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { previewBriefing } from '@/briefings/preview-briefing'
import { Notice } from '@/components/notice'
import { settings } from '@/config/settings'
import { readDoubts } from '@/sources/read-doubts'
import { FullBriefingPage } from '../../../briefings/[slug]/full-briefing-page'
import { TeaserPage } from '../../../briefings/[slug]/teaser-page'

type Props = { readonly params: Promise<{ id: string; reader: string }> }

export const metadata: Metadata = {
  title: 'Preview',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
}

const TRAIL = [{ href: '/briefings', label: 'Briefings' }]

const READERS = { member: 'a member', visitor: 'a visitor' } as const

type Reader = keyof typeof READERS

const isReader = (word: string): word is Reader => Object.hasOwn(READERS, word)

const Banner = ({ id, reader }: { readonly id: string; readonly reader: Reader }) => {
  const other = reader === 'member' ? 'visitor' : 'member'
  return (
    <aside aria-label="Preview" className="mx-auto w-full max-w-page px-5 pt-6 print:hidden">
      <Notice title={`Preview: as ${READERS[reader]} would read it`}>
        <p>
          The version that was saved last, whether readers have it or not. See it as{' '}
          <a href={`/preview/${id}/${other}`} className="plain-link">
            {READERS[other]} would
          </a>
          , or go{' '}
          <a href={`/admin/collections/briefings/${id}`} className="plain-link">
            back to the desk
          </a>
          .
        </p>
      </Notice>
    </aside>
  )
}

/** For staff, asked for at each look: a briefing as its page would have it. To everybody else there is nothing here. */
export default async function PreviewPage({ params }: Props) {
  const { id, reader } = await params
  const viewer = await currentViewer()
  if (viewer.kind !== 'staff' || !isReader(reader)) return lostPage()
  const now = new Date()
  const preview = await previewBriefing({
    payload: await thePayload(),
    ...{ id, staff: viewer.staff, now },
  })
  if (!preview) return lostPage()
  const { siteUrl } = settings()
  const page = { superseded: null, trail: TRAIL, siteUrl, similar: [] }
  return (
    <>
      <Banner id={preview.full.id} reader={reader} />
      {reader === 'member' ? (
        <FullBriefingPage
          briefing={preview.full}
          isListed={null}
          isFollowed={null}
          lentBy={null}
          canSend={false}
          pictureAddress={(picture) => `/attachments/${picture}`}
          doubts={await readDoubts({
            payload: await thePayload(),
            viewer,
            sources: preview.full.sources,
          })}
          {...page}
        />
      ) : (
        <TeaserPage teaser={preview.teaser} viewer={visitor} now={now} {...page} />
      )}
    </>
  )
}
