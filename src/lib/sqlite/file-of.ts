/** The path of the file that a `file:` address of a database names. */
export const fileOf = (url: string): string =>
  decodeURIComponent(url.replace(/^file:/, '').replace(/^\/\/(localhost)?(?=\/)/, ''))
