import { type Browser, expect } from '@playwright/test'
import { foundInMail } from './mails'
import { address, signedIn } from './site'

/** Somebody who has just been invited, with nothing in the account yet. @returns their address. */
export async function newMember(browser: Browser, name: string): Promise<string> {
  const email = `${name}@exampleshire.example`
  const page = await (await signedIn(browser, 'manager')).newPage()
  await page.goto(address('/account/organisation'))
  await page.getByLabel('Their name').fill(name)
  await page.getByLabel('Their e-mail address').fill(email)
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByText(`${name} has a seat.`)).toBeVisible()
  await page.context().close()
  return email
}

/** The link to sign in by that came with their invitation. */
export const invitationOf = async (email: string): Promise<string> =>
  address(await foundInMail(email, /(\/sign-in\/[\w-]{40,})/))
