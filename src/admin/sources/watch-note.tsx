import { settings } from '@/config/settings'

/** Says whether links are looked at here: an empty list means little where they are not. */
export const WatchNote = () => (
  <p className="signpost-sources__way">
    {settings().evidence.watch
      ? 'The evidence watch is on: each link is looked at once a week, and twice before it is called dead.'
      : 'The evidence watch is off: no link is looked at. Where the worker may reach the internet, set SIGNPOST_EVIDENCE_WATCH=on. Sources marked as superseded or withdrawn are listed all the same.'}
  </p>
)
