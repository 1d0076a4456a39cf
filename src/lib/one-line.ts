/** What somebody typed into a field of one line: nothing that cannot be seen, single spaces, none at the ends. */
export const oneLine = (text: string): string => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim()
