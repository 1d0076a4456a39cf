/** What must stay once an account is erased, and for how long. */
export const whatStays = (recordDays: number): readonly string[] => [
  'that a Bulletin was sent, and what was agreed to when, under a number that leads to nobody: we must be able to show that we mailed with consent',
  `that somebody signed in to the account, changed it or erased it, under the same number and for ${recordDays} days: so that misuse can be traced`,
  'a mark made from your address that cannot be read back: so that no list somebody brings us has us mail you again',
  'what you wrote to us and still wait for an answer to, and your name and address where your organisation gave us you as its contact: write to us, and we ask it for another',
]
