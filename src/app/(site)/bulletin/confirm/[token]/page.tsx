import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LINK_METADATA, tooManyLooks, UnknownLink } from '@/app/link-page'
import { thePayload } from '@/app/payload'
import { readConfirmation } from '@/bulletin/confirm-subscription'
import { CONFIRM_DAYS } from '@/bulletin/confirm-token'
import { CONFIRM } from '@/bulletin/wording'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { settings } from '@/config/settings'

type Props = {
  readonly params: Promise<{ token: string }>
  readonly searchParams: Promise<{ asked?: string | string[] }>
}

const TITLE = 'Would you like the weekly Bulletin?'

export const metadata: Metadata = { title: TITLE, ...LINK_METADATA }

type FormProps = { readonly token: string; readonly act: string; readonly label: string }

const Answer = ({ token, act, label }: FormProps) => (
  <form action={`/bulletin/confirm/${encodeURIComponent(token)}/answer`} method="post">
    <input type="hidden" name="act" value={act} />
    <Button>{label}</Button>
  </form>
)

type RunOutProps = { readonly token: string; readonly hasAsked: boolean }

const RunOut = ({ token, hasAsked }: RunOutProps) =>
  hasAsked ? (
    <Notice tone="good" title="A new link is on its way">
      <p>
        Look in your mail in a few minutes. If you have asked today already, it is the one you have.
      </p>
    </Notice>
  ) : (
    <>
      <p className="mb-6">
        Links to say yes are good for {CONFIRM_DAYS} days, and these have gone by. Nothing was sent
        to you meanwhile. If you would still like the Bulletin, we send you a new link.
      </p>
      <Answer token={token} act="ask-again" label="Send me a new link" />
    </>
  )

/** Mail scanners follow links: looking at this page agrees to nothing, only its button does. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const tooMany = await tooManyLooks(TITLE)
  if (tooMany) return tooMany
  const { token } = await params
  const asked = await readConfirmation({
    payload: await thePayload(),
    secret: settings().secret,
    token,
    now: new Date(),
  })
  if (asked.kind === 'unknown') return <UnknownLink title={TITLE} />
  if (asked.kind === 'answered') redirect(asked.preferencesPath)
  if (asked.kind === 'run-out') {
    const hasAsked = (await searchParams).asked === 'again'
    return (
      <Page title="This link has run out">
        <RunOut token={token} hasAsked={hasAsked} />
      </Page>
    )
  }
  return (
    <Page
      title={TITLE}
      lead="Once a week it names new and updated briefings, each with a short summary, and leads to them."
    >
      <p className="mb-2 font-sans text-ui text-quiet">It would come to {asked.maskedAddress}.</p>
      <p className="mb-6 font-sans text-ui">{CONFIRM}</p>
      <Answer token={token} act="confirm" label="Yes, send it to me" />
      <p className="mt-6 font-sans text-ui text-quiet">
        If you would rather not, do nothing: we send you none.
      </p>
    </Page>
  )
}
