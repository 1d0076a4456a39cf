/** What a request carries, or null where it is longer than `mostBytes`. Reads no further than that. */
export async function readSmallBytes(request: Request, mostBytes: number): Promise<Buffer | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function readSmallText(request: Request, mostBytes: number): Promise<string | null> {
  return (await readSmallBytes(request, mostBytes))?.toString('utf8') ?? null
}

/** The JSON object a request carries, or null where it is longer than `mostBytes` or is none. */
export async function readSmallJson(
  request: Request,
  mostBytes: number,
): Promise<Record<string, unknown> | null> {
  const text = await readSmallText(request, mostBytes)
  if (text === null) return null
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? { ...read } : null
  } catch {
    return null
  }
}

/** The fields of a plain form, or null where it is longer than `mostBytes` or no such form. */
export async function readSmallForm(
  request: Request,
  mostBytes: number,
): Promise<URLSearchParams | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return null
  const text = await readSmallText(request, mostBytes)
  return text === null ? null : new URLSearchParams(text)
}
