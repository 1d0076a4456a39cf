/**
 * The same request with its body read, or null where the body is longer than `mostBytes`. Counted while it is read, since
 * a body sent in chunks does not say how long it is.
 */
export async function countedBody(request: Request, mostBytes: number): Promise<Request | null> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return null
  if (request.body === null) return request
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) return null
    chunks.push(chunk)
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(chunks),
    signal: request.signal,
  })
}
