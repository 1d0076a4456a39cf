import type { Metadata } from 'next'
import { Page } from '@/components/page'
import { Prose } from '@/components/prose'
import { settings } from '@/config/settings'

export const metadata: Metadata = {
  title: 'Privacy',
  description: 'What Signpost keeps about you, why, for how long, and what you can ask.',
  alternates: { canonical: '/privacy' },
}

export default function PrivacyPage() {
  return (
    <Page
      title="Privacy"
      lead="What we keep about you, why, and what you can ask. We keep little, and nothing follows you around."
      reportPath="/privacy"
    >
      <Prose>
        <h2 id="visitors">If you only read</h2>
        <p>
          We set no cookie, load nothing from other companies and count no visits by person. The
          server needs your network address to answer you, and uses it for a short while to limit
          how often one address may try to sign in or write to us.
        </p>
        <h2 id="searching">If you search</h2>
        <p>
          We note what was searched for, how much was found and whether a result was opened, so that
          we can write what readers look for. Beside it stands only whether a visitor, a member or
          one of us searched and, for members, which organisation: no name, no address, no cookie.
          E-mail addresses and long numbers are struck out, and after some weeks the note is
          deleted.
        </p>
        <h2 id="members">If you have an account</h2>
        <p>
          We keep your name, work e-mail address, job title if given, your organisation, and when
          you last signed in. We need these to give you what your organisation’s membership covers.
          One cookie keeps you signed in: scripts cannot read it, and it says nothing about you. You
          sign in with a code or a link sent by e-mail, so we hold no password of yours.
        </p>
        <p>
          Of each browser you sign in with we keep what it calls itself, such as “Firefox on
          Windows”, and when it was last used: until you sign out, or for 30 days without use, and
          for half a year at most. <a href="/account/sessions">Your list of them</a> is yours to
          end.
        </p>
        <p>
          We note when somebody joins, signs in or leaves, changes the address or takes data away,
          so that misuse can be traced. Of members the note holds a number, not the name, and a code
          made from the network address from which nobody can read it. It is deleted after{' '}
          {settings().recordDays} days.
        </p>
        <p>
          If you leave, or your organisation gives up your seat, your account is kept for thirty
          days in case that was a mistake, and then erased.
        </p>
        <p>
          The searches you keep, your reading list and the briefings you opened lately are kept for
          you alone. You can remove or forget any of them in <a href="/account">your account</a>,
          and they are deleted with it.
        </p>
        <h2 id="joining">If you ask to join</h2>
        <p>
          We keep your name and address until you confirm them, for a week at most; for thirty days
          once you have a seat; and while you wait for one, for a year. If your organisation has no
          membership, we keep neither.
        </p>
        <h2 id="colleague">If a colleague sends you a briefing</h2>
        <p>
          We mail you its title, its summary and a link, and put you on no list. Your address is
          deleted within fifteen days. If you press the button, a cookie opens that one briefing in
          your browser for a week.
        </p>
        <h2 id="bulletin">If you receive the Bulletin</h2>
        <p>
          We keep the topics you chose, the moment and the words you agreed to, and whether our mail
          server handed each issue over, which is how we make sure that nobody receives an issue
          twice. The messages hold no tracking pictures, and their links are the plain addresses of
          our pages. Every issue has a link that stops it at once, without signing in.
        </p>
        <p>
          The words of a message are deleted a week after its issue is done, and what became of it
          after a year. Once you unsubscribe, your address goes from our record of issues after four
          weeks. The proof of what you agreed to is kept for six years after you leave. You can
          follow series and single briefings; the list is in your account, and yours to change.
        </p>
        <h2 id="writing">If you write to us</h2>
        <p>
          A message sent through a form on this site is kept with the address you give, so that
          somebody can answer it. Reports of errors are kept with the correction they led to. What
          we have answered goes when your account is erased, or when you ask.
        </p>
        <h2 id="rights">What you can ask</h2>
        <p>
          In <a href="/account">your account</a> you can take a copy of what we keep about you,
          correct it, and erase the account, all by yourself and at once. Of an erased account we
          keep the proof of your choices, by number and without your name, and a code made from your
          address. Nobody can read the address from it, but it stops us from writing to you by
          mistake. If you have no account, or something else to ask,{' '}
          <a href="/contact">write to us</a>. In the United Kingdom you may also complain to the
          Information Commissioner’s Office.
        </p>
        <h2 id="demonstration">This demonstration</h2>
        <p>
          The people in this demonstration do not exist. Please do not type in the details of anyone
          who does.
        </p>
      </Prose>
    </Page>
  )
}
