/** A finger-post: two boards that point apart. */
export const FingerPost = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={className}>
    <rect x="14.5" y="1.5" width="3" height="29" className="fill-ink" />
    <path d="M8.5 4.5H24l5.5 4.75L24 14H8.5z" className="fill-accent" />
    <path d="M23.5 16H8l-5.5 4.75L8 25.5h15.5z" className="fill-accent" />
  </svg>
)

export const Wordmark = () => (
  <span className="inline-flex items-center gap-2 font-serif text-lg font-semibold tracking-tight text-ink">
    <FingerPost className="size-7" />
    Signpost
  </span>
)
