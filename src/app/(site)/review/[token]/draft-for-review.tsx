import type { SharedDraft } from '@/briefings/review-links'
import { Button } from '@/components/button'
import { LongDate } from '@/components/date'
import { TextArea, TextField } from '@/components/form'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { References } from '@/components/references'
import type { PictureAddress } from '@/components/rich-text/figure'
import { RichText } from '@/components/rich-text/rich-text'
import { Section } from '@/components/section'
import { settings } from '@/config/settings'
import { citationsOf } from '@/lib/lexical/citations'
import { headingsOf } from '@/lib/lexical/outline'
import { plainReference } from '@/lib/reference-runs'
import type { ReviewComment, ReviewLink } from '@/payload-types'
import { setReferences } from '@/sources/set-references'
import { sourceAsCsl } from '@/sources/source-as-csl'
import { KeyPoints } from '../../briefings/[slug]/briefing-parts'
import { SAID } from './said'

type Props = {
  readonly draft: SharedDraft
  readonly link: ReviewLink
  readonly comments: readonly ReviewComment[]
  /** Where the form goes. */
  readonly action: string
  readonly said: string | null
  readonly pictureAddress: PictureAddress
}

const Said = ({ said }: { readonly said: string | null }) => {
  const words = SAID[said as keyof typeof SAID] as (typeof SAID)['yes'] | undefined
  return words ? (
    <div className="mb-6">
      <Notice tone={words.tone}>
        <p>{words.says}</p>
      </Notice>
    </div>
  ) : null
}

const Own = ({ comments }: { readonly comments: readonly ReviewComment[] }) =>
  comments.length === 0 ? (
    <p className="mb-6 font-sans text-ui text-quiet">You have said nothing yet.</p>
  ) : (
    <ol className="mb-8 space-y-4 font-sans text-ui">
      {comments.map(({ id, place, quote, text, at }) => (
        <li key={id} className="border-s-2 border-rule ps-4">
          {place ? <p className="text-sm text-quiet">On “{place}”</p> : null}
          {quote ? <blockquote className="text-quiet">“{quote}”</blockquote> : null}
          <p className="whitespace-pre-wrap">{text}</p>
          <p className="text-sm text-quiet">
            <LongDate value={at} />
          </p>
        </li>
      ))}
    </ol>
  )

const WHOLE = 'The whole of it'

const Place = ({ body }: { readonly body: SharedDraft['body'] }) => (
  <div className="mb-6 font-sans text-ui">
    <label htmlFor="place" className="mb-1 block font-semibold">
      Which part
    </label>
    <select
      id="place"
      name="place"
      className="min-h-[44px] w-full rounded-sm border border-edge bg-raised px-3 py-2 text-base text-ink"
    >
      <option value="">{WHOLE}</option>
      {headingsOf(body).map(({ anchor, text }) => (
        <option key={anchor} value={text}>
          {text}
        </option>
      ))}
    </select>
  </div>
)

/** One draft as an outside expert reads it, what they said of it so far, and the form to say more. */
export function DraftForReview(props: Props) {
  const { draft, link, comments, action, said, pictureAddress } = props
  const sourceIds = draft.sources.map(({ id }) => id)
  const set = setReferences(draft.sources.map(sourceAsCsl), settings().referenceStyle)
  const references = sourceIds.map((id) => set.get(id) ?? [])
  const citations = citationsOf(draft.body, sourceIds)
  return (
    <Page title={draft.title} kicker="A draft, shown to you in confidence" lead={draft.summary}>
      <Notice title={`For ${link.name}`}>
        <p>
          {link.byName} asks what you think of this draft. It is not published, and may change:
          please do not pass it on. You can read it and comment until{' '}
          <LongDate value={link.expiresAt} />. <a href="#comments">Go to the comments</a>.
        </p>
      </Notice>
      <div className="member-text mt-10 max-w-[33rem]">
        <KeyPoints points={draft.keyPoints} />
        <RichText
          document={draft.body}
          citations={citations}
          sourceIds={sourceIds}
          references={references.map(plainReference)}
          pictureAddress={pictureAddress}
        />
        {draft.sources.length > 0 ? (
          <Section title="Sources" id="sources">
            <References
              references={references}
              warnings={draft.sources.map(() => null)}
              underReview={draft.sources.map(() => false)}
              citations={citations}
            />
          </Section>
        ) : null}
        <Section title="Your comments" id="comments">
          <Said said={said} />
          <Own comments={comments} />
          <form action={action} method="post">
            <Place body={draft.body} />
            <TextField
              name="quote"
              label="The words it is about"
              required={false}
              maxLength={500}
              hint="Copied from the draft, so that the officer finds them."
            />
            <TextArea name="text" label="Your comment" required />
            <Button>Send the comment</Button>
          </form>
        </Section>
      </div>
    </Page>
  )
}
