/**
 * A search for `from` also finds what holds any of `to`; not the other way round.
 *
 * `from` and `to` are words or phrases of one to three words, in lower case. A mutual group is several rules.
 */
export type SynonymRule = { readonly from: string; readonly to: readonly string[] }
