/** The JSON object a request carries, or null where it is longer than `mostBytes` or is none. Reads no further than that. */
export async function readSmallJson(
  request: Request,
  mostBytes: number,
): Promise<Record<string, unknown> | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) return null
    chunks.push(chunk)
  }
  try {
    const read: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return typeof read === 'object' && read !== null ? { ...read } : null
  } catch {
    return null
  }
}
