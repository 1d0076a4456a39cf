/** The way to every briefing on one page. */
export const FullerLists = () => (
  <p className="mt-10 border-t border-rule pt-4 font-sans text-ui text-quiet print:hidden">
    All briefings on one page:{' '}
    <a href="/briefings/a-z" className="plain-link">
      A to Z
    </a>{' '}
    or{' '}
    <a href="/briefings/by-year" className="plain-link">
      by year
    </a>
  </p>
)
