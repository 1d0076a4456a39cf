import type { Metadata } from 'next'
import { titlesOfIssues } from '@/app/bulletin-feed'
import { nextBulletin } from '@/app/next-bulletin'
import { thePayload } from '@/app/payload'
import { currentViewer } from '@/app/viewer'
import { pastIssues } from '@/bulletin/past-issues'
import { ButtonLink } from '@/components/button'
import { LongDate } from '@/components/date'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/section'
import { settings } from '@/config/settings'

const SHOWN = 52

export const metadata: Metadata = {
  title: 'The weekly Bulletin',
  description: 'New and updated briefings on your topics, in one e-mail a week.',
  alternates: { canonical: '/bulletin', types: { 'application/atom+xml': '/feeds/bulletin.xml' } },
}

export default async function BulletinPage() {
  const [payload, viewer, now] = [await thePayload(), await currentViewer(), new Date()]
  const issues = await pastIssues(payload, SHOWN)
  const titles = await titlesOfIssues({ payload, viewer, now, issues })
  const next = nextBulletin(settings().bulletinSchedule, now)
  return (
    <Page
      title="The weekly Bulletin"
      lead="New and updated briefings on your topics, in one e-mail a week."
      reportPath="/bulletin"
    >
      <p>
        The Bulletin comes when there is something to say, and says it briefly: a title, a sentence
        or two, and a link. It has no tracking, and every issue can be stopped with one click.
        {next ? (
          <>
            {' '}
            The next one goes out on <LongDate value={next.toISOString()} />.
          </>
        ) : null}
      </p>
      <p className="mt-6">
        {viewer.kind === 'member' ? (
          <ButtonLink href="/account">Choose your topics</ButtonLink>
        ) : (
          <ButtonLink href="/join">Join to get the Bulletin</ButtonLink>
        )}
      </p>
      <h2 className="mt-12 mb-4 font-serif text-xl font-semibold">Past issues</h2>
      {issues.length === 0 ? (
        <EmptyState>No issue has gone out yet. The first one will be listed here.</EmptyState>
      ) : (
        <ul>
          {issues.map(({ slug, date, briefingIds }) => (
            <li key={slug} className="border-t border-rule py-4">
              <a
                href={`/bulletin/${slug}`}
                className="block font-serif text-lg font-semibold text-ink no-underline hover:text-accent hover:underline"
              >
                <LongDate value={date} />
              </a>
              <ul className="mt-1 text-ui text-quiet">
                {briefingIds.flatMap((id) => {
                  const title = titles.get(id)
                  return title ? [<li key={id}>{title}</li>] : []
                })}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
