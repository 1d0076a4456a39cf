import { NextRequest } from 'next/server'
import { expect, it, vi } from 'vitest'

vi.stubEnv('PAYLOAD_SECRET', 'f3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')

const SITE = 'http://localhost:3000'

async function post(type: string, body: string): Promise<number> {
  const { proxy } = await import('@/proxy')
  const headers = { Origin: SITE, 'Content-Type': type }
  const answer = await proxy(new NextRequest(`${SITE}/contact`, { method: 'POST', headers, body }))
  return answer.status
}

const PART = 'Content-Disposition: form-data; name="message"\r\n\r\nGood morning'

it.each([
  ['that does not say how its parts are parted', 'multipart/form-data', `--x\r\n${PART}\r\n--x--`],
  ['that ends in the middle of a part', 'multipart/form-data; boundary=x', `--x\r\n${PART}`],
  ['that holds no parts at all', 'multipart/form-data; boundary=x', '{"a":1}'],
  ['that holds nothing', 'Multipart/Form-Data; boundary=x', ''],
])('H40 refuses a form %s, before a page stumbles over it', async (_what, type, body) => {
  expect(await post(type, body)).toBe(400)
})

it('lets a form through that can be read', async () => {
  expect(await post('multipart/form-data; boundary=x', `--x\r\n${PART}\r\n--x--\r\n`)).toBe(200)
  expect(await post('application/x-www-form-urlencoded', 'message=Good+morning')).toBe(200)
})

async function policyOf(path: string): Promise<string> {
  const { proxy } = await import('@/proxy')
  const answer = await proxy(new NextRequest(`${SITE}${path}`))
  return answer.headers.get('content-security-policy') ?? ''
}

it.each([
  '/attachments/01900000-0000-7000-8000-000000000000',
  '/briefings/damp-homes/word',
  '/briefings/damp-homes/pictures/01900000-0000-7000-8000-000000000000',
  '/review/abc/pictures/01900000-0000-7000-8000-000000000000',
])('H26 lets nothing run in a file: %s', async (path) => {
  expect(await policyOf(path)).toBe("default-src 'none'; sandbox")
})

it.each(['/', '/attachments', '/briefings/word', '/briefings/pictures', '/blog/word'])(
  'has for a page the policy of a page: %s',
  async (path) => {
    expect(await policyOf(path)).toContain("script-src 'self' 'nonce-")
  },
)
