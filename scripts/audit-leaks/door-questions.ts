import type { Question } from './questions'
import type { World } from './world'

/** Questions a form puts: whether somebody has an account. Few, since the doors count them. */
export function doorQuestions({ staff, memberCookies }: World, siteUrl: string): Question[] {
  const guess = (staff.officer?.email ?? '').split('@')[0] ?? ''
  const headers = { 'Content-Type': 'application/json', Origin: siteUrl }
  const body = (rest: object) => JSON.stringify({ email: 'GUESS@example.org', ...rest })
  const session = (memberCookies.member ?? '').split('=')[1] ?? ''
  return [
    {
      path: '/api/staff/login',
      method: 'POST',
      headers,
      body: body({ password: 'not the password' }),
      guess,
    },
    { path: '/api/staff/forgot-password', method: 'POST', headers, body: body({}), guess },
    { path: '/account?token=GUESS', guess: session },
  ]
}
