import { Notice } from '../notice'

type SaidAboutProps = {
  readonly notice: 'showing-some-words' | 'engine-unavailable' | null
  readonly suggestion: { readonly text: string; readonly href: string } | null
}

/** What readers should know of how their search was answered. */
export const SaidAbout = ({ notice, suggestion }: SaidAboutProps) => (
  <>
    {suggestion ? (
      <p className="mb-4 font-sans text-ui">
        Did you mean{' '}
        <a href={suggestion.href} className="plain-link font-semibold">
          {suggestion.text}
        </a>
        ?
      </p>
    ) : null}
    {notice === 'showing-some-words' ? (
      <p className="mb-4 font-sans text-ui text-quiet">
        Few briefings hold all of these words, so those with some of them are shown too.
      </p>
    ) : null}
    {notice === 'engine-unavailable' ? (
      <div className="mb-6">
        <Notice tone="warning" title="The search does not answer at the moment">
          <p>
            Please try again in a minute. Meanwhile the{' '}
            <a href="/topics" className="plain-link">
              topics
            </a>{' '}
            lead to every briefing.
          </p>
        </Notice>
      </div>
    ) : null}
  </>
)
