/** The colours of the site, for mail programs that know no custom properties. Mid-tones that survive being inverted. */
export const palette = {
  paper: '#fdfcf9',
  ink: '#1b1f23',
  quiet: '#4d565e',
  rule: '#d9d5cb',
  accent: '#0b5d4e',
  onAccent: '#fdfcf9',
} as const

export const serif = "Georgia, 'Times New Roman', serif"
export const sans = "'Helvetica Neue', Arial, sans-serif"
