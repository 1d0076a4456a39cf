import { folded } from '../../folded'

/** A reference as readers may write it, signs and spaces aside: `RB-2018-031` and `rb2018031` are one. */
export const referenceKey = (reference: string): string => folded(reference).replaceAll(' ', '')
