import { expect, test } from '@playwright/test'
import { type Ask, askerOf } from '../../scripts/audit-leaks/ask'
import { bodyOf } from './support/ask-the-site'
import { type EmptySite, startEmptySite } from './support/empty-site'

/** docs/hostile-tests.md says what each number asks. */

const THEIRS = { email: 'first@example.org', password: 'otter kettle viaduct' }

let site: EmptySite
let ask: Ask
let close: () => void
test.beforeAll(async () => {
  test.setTimeout(300_000)
  site = await startEmptySite()
  ;({ ask, close } = askerOf(site.url))
})
test.afterAll(async () => {
  close()
  await site.close()
})

const post = (path: string, headers: Readonly<Record<string, string>>, body: object) =>
  ask(path, {
    method: 'POST',
    headers: { Origin: site.url, 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const SAYS_HOW = 'Nobody has an account here yet'

test('H10 no page of an empty site lets a visitor make an account', async ({ page }) => {
  const direct = await page.goto(`${site.url}/admin/create-first-user`)
  expect(direct?.status()).toBe(404)

  for (const path of ['', '/create-first-user', '/account', '/collections/staff/create']) {
    await page.goto(`${site.url}/admin${path}`)
    await page.waitForURL(/\/admin\/(create-first-user|login)/)
    const isToSignIn = new URL(page.url()).pathname === '/admin/login'
    const heading = isToSignIn ? 'Sign in to the desk' : SAYS_HOW
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await expect(page.getByText('npm run staff')).toHaveCount(isToSignIn ? 0 : 1)
    await expect(page.locator('input')).toHaveCount(isToSignIn ? 2 : 0)
    await expect(page.locator('form')).toHaveCount(isToSignIn ? 1 : 0)
  }
})

test('H10 no page of an empty site tells a visitor what its desk is made of', async () => {
  const ways: Readonly<Record<string, string>>[] = [{}, { RSC: '1' }]
  for (const headers of ways) {
    const text = bodyOf(await ask('/admin/create-first-user', { headers }))
    expect(text).not.toMatch(/keyPoints|resetPasswordToken|membershipTo/)
  }
})

test('H10 no way of asking makes an account on an empty site', async () => {
  for (const collection of ['staff', 'members']) {
    for (const path of [`/api/${collection}/first-register`, `/api/${collection}`]) {
      expect([path, (await post(path, {}, THEIRS)).status]).toEqual([path, 404])
    }
  }
  // As the form of Payload’s page would: its own address, and the server’s functions behind it.
  for (const path of ['/admin/create-first-user', '/admin']) {
    const ways: Readonly<Record<string, string>>[] = [{}, { 'Next-Action': 'a'.repeat(42) }]
    for (const headers of ways) {
      expect.soft((await post(path, headers, THEIRS)).status, path).toBeLessThan(500)
    }
  }

  expect((await post('/api/staff/login', {}, THEIRS)).status).toBe(401)
  expect(bodyOf(await ask('/admin/create-first-user'))).toContain(SAYS_HOW)
})
