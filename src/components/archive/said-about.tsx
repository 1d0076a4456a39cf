import { Notice } from '../notice'

export type SaidAboutProps = {
  readonly notice: 'showing-some-words' | 'fallback-engine' | 'engine-unavailable' | null
  readonly suggestion: { readonly text: string; readonly href: string } | null
}

const Unavailable = () => (
  <div className="mb-6">
    <Notice tone="warning" title="The search does not answer at the moment">
      <p>
        Please try again in a minute. Meanwhile the{' '}
        <a href="/topics" className="plain-link">
          topics
        </a>{' '}
        and the{' '}
        <a href="/briefings/a-z" className="plain-link">
          list of all briefings
        </a>{' '}
        lead to every one.
      </p>
    </Notice>
  </div>
)

const SAID = {
  'showing-some-words':
    'Few briefings hold all of these words, so those with some of them are shown too.',
  'fallback-engine':
    'Our main search is resting. A simpler one found these, so the order may be less apt than usual.',
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
    {notice === 'engine-unavailable' ? <Unavailable /> : null}
    {notice === 'showing-some-words' || notice === 'fallback-engine' ? (
      <p className="mb-4 font-sans text-ui text-quiet">{SAID[notice]}</p>
    ) : null}
  </>
)
