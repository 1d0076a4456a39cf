import { expect, test } from '@playwright/test'
import { expectNoFaults } from './support/axe-faults'
import { askTheSite, bodyOf } from './support/ask-the-site'
import { foundInMail, textsTo } from './support/mails'
import { address, signedIn } from './support/site'

const BRIEFING = '/briefings/delivering-solutions-to-tackle-homelessness'

/** Sends the briefing from its page. @returns what the sender is told. */
async function sendIt(browser: Parameters<typeof signedIn>[0], to: string): Promise<string> {
  const context = await signedIn(browser, 'member', { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address(BRIEFING))
  await page.getByRole('link', { name: 'Send to a colleague' }).first().click()
  await page.getByLabel('Your colleague’s e-mail address').fill(to)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText(`The address you gave is ${to}.`)).toBeVisible()
  const told = (await page.getByRole('main').innerText()).replace(to, 'the address')
  await context.close()
  return told
}

test('a member sends a briefing without JavaScript, and a colleague reads that one at once, and no other', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const to = 'new.colleague.by.pass@exampleshire.example'
  await sendIt(browser, to)
  const link = await foundInMail(to, /(\/colleague\/[\w-]+)/)

  const { ask, close } = askTheSite()
  expect((await ask(link, { method: 'HEAD' })).status).toBe(200)
  for (let looks = 0; looks < 3; looks += 1) {
    const answer = await ask(link, { headers: { Accept: 'text/html' } })
    expect(bodyOf(answer)).toContain('A briefing from')
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  close()

  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 320, height: 640 },
  ]) {
    const looking = await (await browser.newContext({ viewport })).newPage()
    await looking.goto(address(link))
    await expectNoFaults(looking, 'the page of the pass')
    await looking.context().close()
  }

  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address(link))
  await page.getByRole('button', { name: 'Read the briefing' }).click()
  await page.waitForURL(`**${BRIEFING}`)
  await expect(page.getByText('sent you this briefing.')).toBeVisible()
  await expect(page.locator('.member-text')).toHaveCount(1)
  await expect(page.getByRole('link', { name: 'Send to a colleague' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'join by your address' })).toBeVisible()

  await page.goto(address('/briefings'))
  const others = await page
    .locator('main a[href^="/briefings/"]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname))
  const other = others.find((path) => path !== BRIEFING && path.split('/').length === 3)
  await page.goto(address(other ?? ''))
  await expect(page.locator('.member-text')).toHaveCount(0)
  await expect(page.getByRole('main').getByRole('link', { name: 'How to join' })).toBeVisible()
  await page.goto(address('/account'))
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()

  const replay = await (await browser.newContext()).newPage()
  await replay.goto(address(link))
  await expect(replay.getByRole('heading', { level: 1 })).toHaveText('This link was used already')
  await expectNoFaults(replay, 'the used pass')
})

test('the sender is told the same of a stranger, who gets the public page', async ({ browser }) => {
  test.setTimeout(180_000)
  const told = await sendIt(browser, 'stranger@elsewhere.example')
  expect(await sendIt(browser, 'another.colleague@exampleshire.example')).toBe(told)

  const link = await foundInMail('stranger@elsewhere.example', /(\/briefings\/[\w-]+)/)
  expect(link).toBe(BRIEFING)
  expect(textsTo('stranger@elsewhere.example').join()).not.toContain('/colleague/')
})
