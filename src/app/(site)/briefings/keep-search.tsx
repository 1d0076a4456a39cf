import type { Viewer } from '@/access/viewer'
import { ShownSearchField } from '@/components/archive/shown-search'

/** The way to keep the search that is shown. Visitors are led to sign in on it; nothing for staff, who have no account. */
export const KeepSearch = ({ viewer }: { readonly viewer: Viewer }) =>
  viewer.kind === 'staff' ? null : (
    <form
      action="/account/saved-searches/new"
      className="-mt-3 mb-2 font-sans text-sm print:hidden"
    >
      <ShownSearchField name="search" />
      <button type="submit" className="plain-link inline-flex min-h-[44px] items-center">
        {viewer.kind === 'visitor' ? 'Sign in and keep this search' : 'Keep this search'}
      </button>
    </form>
  )
