/** A server’s words as they may be kept: of addresses in them, the domain alone. */
export const withoutNames = (words: string): string => words.replace(/[^\s<>@:;,"'()]+@/g, '•••@')
