import type { Metadata } from 'next'
import { Page } from '@/components/page'
import { Prose } from '@/components/prose'

export const metadata: Metadata = {
  title: 'About',
  description: 'What Signpost is, who writes it, and how a briefing is made.',
  alternates: { canonical: '/about' },
}

export default function AboutPage() {
  return (
    <Page
      title="About Signpost"
      lead="Signpost tells people who run public services what is known about a question, and who has already tried an answer."
      reportPath="/about"
    >
      <Prose>
        <h2 id="briefings">What a briefing is</h2>
        <p>
          A briefing takes one question of policy and sets out, in ten minutes’ reading, what the
          law asks, what research has found, what places have done about it and what came of that.
          Its key points stand at the top. Every statement that needs a source has one, numbered in
          the text and listed at the end.
        </p>
        <p>
          Case studies appear in the series{' '}
          <a href="/series/ideas-in-practice">Ideas in Practice</a> and inside other briefings. They
          report only what the source reports. Where no result is known yet, they say so.
        </p>
        <h2 id="officers">Who writes them</h2>
        <p>
          Research officers write, and sign, what they publish. An editor reads each text before it
          goes out. When law or evidence changes, an officer updates the briefing, notes what
          changed and dates the note, so that a reader who comes back can see the difference.
        </p>
        <h2 id="members">What is open, and what is for members</h2>
        <p>
          Everyone can read the <a href="/blog">blog</a>, the title and summary of every briefing,
          and past issues of the <a href="/bulletin">Bulletin</a>. The full briefings are for{' '}
          <a href="/join">members</a>, whose subscriptions pay for the work.
        </p>
        <h2 id="errors">When we are wrong</h2>
        <p>
          At the foot of each page stands a link to report an error. An officer reads every report,
          corrects what is wrong and says so in the briefing’s list of changes.
        </p>
        <h2 id="demonstration">A demonstration</h2>
        <p>
          The service you are looking at holds demonstration content. It was written from public
          sources that each text names, but it is not kept up to date and should not be relied on.
          Officers and organisations appear by role; none stands for a real person.
        </p>
      </Prose>
    </Page>
  )
}
