/** One line above every page for a member whose mail came back: where it can be put right. Not where that already stands. */
export const BounceLine = () => (
  <aside
    aria-label="About your Bulletin"
    className="border-b border-rule bg-raised px-5 py-2 text-center font-sans text-ui print:hidden [body:has(#mail-came-back)_&]:hidden"
  >
    <p>
      Our mail to you came back.{' '}
      <a href="/account" className="plain-link">
        See why your Bulletin has stopped
      </a>
    </p>
  </aside>
)
