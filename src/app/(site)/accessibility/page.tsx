import type { Metadata } from 'next'
import { Page } from '@/components/page'
import { Prose } from '@/components/prose'

export const metadata: Metadata = {
  title: 'Accessibility',
  description: 'How Signpost works for people who read and move about in different ways.',
  alternates: { canonical: '/accessibility' },
}

export default function AccessibilityPage() {
  return (
    <Page
      title="Accessibility"
      lead="Everyone who runs a public service should be able to read what we write, in the way they read best."
      reportPath="/accessibility"
    >
      <Prose>
        <h2 id="aim">What we aim for</h2>
        <p>
          The public pages, the members’ pages and the Bulletin are built to level AA of the Web
          Content Accessibility Guidelines, version 2.2. You should be able to:
        </p>
        <ul>
          <li>do everything with a keyboard, and always see where you are;</li>
          <li>jump past the header to the content with the first press of the tab key;</li>
          <li>enlarge text to 400% without scrolling sideways, tables aside;</li>
          <li>read in a light or a dark scheme, as your device is set;</li>
          <li>listen with a screen reader, with headings, landmarks and lists that make sense;</li>
          <li>read and use every page with JavaScript turned off;</li>
          <li>print a briefing without the parts that only make sense on a screen.</li>
        </ul>
        <p>
          Nothing moves by itself, and smooth scrolling stops if you have asked for less motion.
        </p>
        <h2 id="limits">What does not work well yet</h2>
        <ul>
          <li>Wide tables scroll sideways within the page on a small screen.</li>
          <li>
            Files attached to a briefing come as their publishers made them. If one is of no use to
            you, ask us for its content in another form.
          </li>
          <li>
            The desk that officers write at is a product of its own, and has not been tested to the
            same level.
          </li>
        </ul>
        <h2 id="testing">How we test</h2>
        <p>
          The contrast of all colours is measured, and pages are checked by machine, wide and
          narrow, light and dark, with and without JavaScript. Machines find only part of what
          matters. We have not yet had the service tested by people who rely on assistive
          technology, and say so here until we have.
        </p>
        <h2 id="tell">Tell us</h2>
        <p>
          If something gets in your way, <a href="/contact">write to us</a> or use the link at the
          foot of the page. Say what you were trying to do and, if you like, what you read with. A
          person will answer. If the answer does not satisfy you, the Equality Advisory and Support
          Service can advise you.
        </p>
      </Prose>
    </Page>
  )
}
