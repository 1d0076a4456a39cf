const RUN = /(?:%[0-9a-f]{2})+|%/gi

function isDecodable(run: string): boolean {
  try {
    decodeURIComponent(run)
    return true
  } catch {
    return false
  }
}

/**
 * The same address with every percent sign of its path that encodes nothing written as `%25`, that is, as itself: such
 * an address names no page, and is then answered as any other that names none. What follows a `?` stays as it was.
 */
export function decodablePath(address: string): string {
  const end = address.indexOf('?')
  const path = end < 0 ? address : address.slice(0, end)
  if (!path.includes('%')) return address
  const mended = path.replace(RUN, (run) => (isDecodable(run) ? run : run.replaceAll('%', '%25')))
  return end < 0 ? mended : mended + address.slice(end)
}
