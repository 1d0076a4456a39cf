import type { Metadata } from 'next'
import { ButtonLink } from '@/components/button'
import { Page } from '@/components/page'
import { settings } from '@/config/settings'
import { whatStays } from '../account/erase/what-stays'

export const metadata: Metadata = { title: 'Your account is erased', robots: { index: false } }

/** Where somebody comes out who has erased their account. Looking at it does and tells nothing. */
export default function ErasedPage() {
  return (
    <Page
      title="Your account is erased"
      lead="You are signed out everywhere, and your seat is free for a colleague."
    >
      <h2 className="mb-2 font-serif text-xl font-semibold">What we must keep</h2>
      <ul className="mb-8 list-disc space-y-1.5 pl-6">
        {whatStays(settings().recordDays).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className="mb-8">
        You can still read titles and summaries, and every article of the blog. Should you come
        back, you begin anew.
      </p>
      <ButtonLink href="/briefings" kind="quiet">
        Look through the briefings
      </ButtonLink>
    </Page>
  )
}
