/** The name of the one working copy a member of staff has of a document. */
export const workingCopyKey = (ownerId: string, document: string): string =>
  `${ownerId} ${document}`

/** What a document that was never saved is called: a random part keeps two windows apart. */
const UNSAVED = /^new-[0-9a-f-]{36}$/

export const isUnsavedName = (name: string): boolean => UNSAVED.test(name)
