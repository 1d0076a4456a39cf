/** What became of a comment, by the word in the address that the form leads back to. */
export const SAID = {
  yes: { tone: 'good', says: 'Thank you. Your comment has reached the officer.' },
  empty: { tone: 'warning', says: 'Nothing was sent: write what you would like to say.' },
  'too-long': {
    tone: 'warning',
    says: 'Nothing was sent: a comment may have 2,000 characters. Send it in parts.',
  },
  'too-many': {
    tone: 'warning',
    says: 'This link takes no more comments. Please write to the officer about the rest.',
  },
} as const
