/** What a valid new row holds of what the evidence watch knows. */
export const evidenceRows = (fresh: (word: string) => string): Record<string, () => object> => ({
  'evidence-tasks': () => ({
    key: fresh('source'),
    title: 'A report',
    problem: 'dead',
    openedAt: '2024-01-02T09:00:00.000Z',
  }),
  'evidence-looks': () => ({
    key: fresh('source'),
    url: 'https://example.org/report',
    standing: 'good',
    nextAt: '2024-01-02T09:00:00.000Z',
  }),
})
