/**
 * False for a form whose parts cannot be told apart: Next and Payload would answer it with a fault of the server. True for
 * whatever is no such form. Reads the request to its end.
 */
export async function isReadableForm(request: Request): Promise<boolean> {
  if (!/^\s*multipart\//i.test(request.headers.get('content-type') ?? '')) return true
  try {
    await request.formData()
    return true
  } catch {
    return false
  }
}
