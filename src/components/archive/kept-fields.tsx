import type { Kept } from './archive-view'

/** The rest of a search, carried along by a form that asks for a part of it. */
export const KeptFields = ({ kept }: { readonly kept: Kept }) =>
  kept.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
