'use client'

import { createContext, use } from 'react'

/** The parameters of the search whose results are shown, as they stand in its address. */
export const ShownSearch = createContext('')

/** A hidden field with the search now shown: for a form within the archive that is about that search. */
export const ShownSearchField = ({ name }: { readonly name: string }) => (
  <input type="hidden" name={name} value={use(ShownSearch)} />
)
