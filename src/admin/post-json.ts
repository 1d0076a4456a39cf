export type DeskAnswer<T> =
  { readonly kind: 'done'; readonly said: T } | { readonly kind: 'fault'; readonly why: string }

/** Asks a route of the desk; what goes wrong comes back as a sentence. */
export async function postJson<T>(path: string, asked: object): Promise<DeskAnswer<T>> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(asked),
    })
    if (answer.ok) return { kind: 'done', said: (await answer.json()) as T }
    const { error } = (await answer.json()) as { error?: { message?: string } }
    return { kind: 'fault', why: error?.message ?? 'It did not work. Try again.' }
  } catch {
    return { kind: 'fault', why: 'The service does not answer. Try again.' }
  }
}
