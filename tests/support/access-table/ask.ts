import { APIError, type Payload } from 'payload'
import type { House } from './house'
import type { Person, Who } from './people'

type MemberUser = (Person & { door: 'local' })['user']

/** One question, in the two ways it can be put. */
export type Question = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly file?: { readonly name: string; readonly mimetype: string; readonly data: Buffer }
  /** The same by the Local API. Left out where there is no such call: then it is put without an account. */
  readonly asMember?: (payload: Payload, user: MemberUser) => Promise<unknown>
}

export type Answer = { readonly status: number; readonly body: unknown }

function multipart({ body, file }: Question): FormData {
  const form = new FormData()
  form.set('_payload', JSON.stringify(body))
  if (file) {
    form.set('file', new File([new Uint8Array(file.data)], file.name, { type: file.mimetype }))
  }
  return form
}

async function overHttp(
  house: House,
  headers: Record<string, string>,
  question: Question,
): Promise<Answer> {
  const { method, path, body, file } = question
  const isJson = body !== undefined && !file
  const response = await house.rest(
    new Request(`${house.settings.siteUrl}/api/${path}`, {
      method,
      headers: { ...headers, ...(isJson ? { 'Content-Type': 'application/json' } : {}) },
      body: file ? multipart(question) : isJson ? JSON.stringify(body) : null,
    }),
  )
  const text = await response.text()
  const isObject = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: isObject ? (JSON.parse(text) as unknown) : text }
}

async function byHand(work: Promise<unknown>): Promise<Answer> {
  try {
    return { status: 200, body: await work }
  } catch (fault) {
    if (fault instanceof APIError) return { status: fault.status, body: fault.message }
    throw fault
  }
}

/** Puts a question as somebody, through the door they have. */
export function ask(house: House, who: Who, question: Question): Promise<Answer> {
  const person = house.people[who]
  if (person.door === 'http') return overHttp(house, person.headers, question)
  if (!question.asMember) return overHttp(house, {}, question)
  return byHand(question.asMember(house.payload, person.user))
}

const REFUSED = [401, 403, 404, 501]

const changedNothing = (body: unknown): boolean => {
  const docs = (body as { docs?: unknown } | null)?.docs
  return Array.isArray(docs) && docs.length === 0
}

/** The query guard's answer, before any rule is asked. */
const isGuarded = ({ status, body }: Answer): boolean =>
  status === 400 && JSON.stringify(body).includes('This query is not allowed.')

/** `yes`, `no`, or, where neither is true, the status that came instead. */
export function verdict(answer: Answer): string {
  const { status, body } = answer
  if (REFUSED.includes(status) || isGuarded(answer)) return 'no'
  if (changedNothing(body)) return 'no'
  return status < 300 ? 'yes' : `status ${status}`
}
