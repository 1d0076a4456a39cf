import { Page } from './page'
import { SearchBox } from './search-box'

/** For readers whose address leads nowhere. */
export function LostReader() {
  return (
    <Page title="Page not found" lead="There is nothing at this address.">
      <p>
        The address may have been typed or copied with a letter missing, or the page may have been
        withdrawn. You can look for what you need among the{' '}
        <a href="/briefings" className="plain-link">
          briefings
        </a>
        , go through the{' '}
        <a href="/topics" className="plain-link">
          topics
        </a>{' '}
        or start again from the{' '}
        <a href="/" className="plain-link">
          first page
        </a>
        .
      </p>
      <SearchBox id="lost-search" className="mt-8 max-w-96" />
      <p className="mt-8">
        If a link on this site brought you here,{' '}
        <a href="/contact" className="plain-link">
          please tell us
        </a>
        .
      </p>
    </Page>
  )
}
