/** The mark of the site, in the admin's own colours. */
const FingerPost = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className="signpost-mark">
    <rect x="14.5" y="1.5" width="3" height="29" className="signpost-mark__post" />
    <path d="M8.5 4.5H24l5.5 4.75L24 14H8.5z" className="signpost-mark__board" />
    <path d="M23.5 16H8l-5.5 4.75L8 25.5h15.5z" className="signpost-mark__board" />
  </svg>
)

export const Icon = FingerPost

export const Logo = () => (
  <span className="signpost-wordmark">
    <FingerPost />
    Signpost
  </span>
)
