/** The colours of the site, for mail programs that know no custom properties. */
export const palette = {
  paper: '#fdfcf9',
  ink: '#1b1f23',
  quiet: '#4d565e',
  rule: '#d9d5cb',
  accent: '#0b5d4e',
  onAccent: '#fdfcf9',
} as const

/** The same on dark paper, for mail programs that ask for it. Buttons keep their colours. */
export const darkPalette = {
  paper: '#15191c',
  ink: '#ebe8e1',
  quiet: '#b1b7bc',
  rule: '#3a4147',
  accent: '#7cc8b4',
} as const

export const serif = "Georgia, 'Times New Roman', serif"
export const sans = "'Helvetica Neue', Arial, sans-serif"
