/** What a valid new row holds of what the service keeps about reviews. */
export const reviewRows = (fresh: (word: string) => string): Record<string, () => object> => ({
  'review-comments': () => ({
    briefingId: fresh('briefing'),
    text: 'Is this still so?',
    byName: 'Somebody',
    at: '2024-01-02T09:00:00.000Z',
    state: 'open',
  }),
  'review-links': () => ({
    briefingId: fresh('briefing'),
    versionId: fresh('version'),
    name: 'An expert',
    by: 'somebody',
    byName: 'Somebody',
    at: '2024-01-02T09:00:00.000Z',
    expiresAt: '2099-01-01T09:00:00.000Z',
  }),
  'working-copies': () => ({
    key: fresh('owner and document'),
    ownerId: fresh('owner'),
    document: fresh('document'),
    content: { title: 'A draft' },
    keptAt: '2024-01-02T09:00:00.000Z',
  }),
})
