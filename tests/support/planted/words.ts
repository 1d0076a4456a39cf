const list = (words: string): readonly string[] => words.trim().split(/\s+/)

/** Words of titles, summaries and topics: everybody's. */
export const PUBLIC_WORDS = list(`
  housing homelessness tenancy landlord renting deposit eviction council budget planning flooding drainage transport
  railway cycling school absence pupil teacher college apprentice skills employer hospital nursing surgery dementia
  carer safeguarding violence burglary policing probation prison refuge migration asylum language library museum
  theatre allotment biodiversity woodland energy insulation broadband telephone privacy procurement pension taxation
  charity volunteer election devolution parish coroner licensing gambling alcohol tobacco nutrition poverty wages
`)

/** What stands in members' text in the database without planted words. */
export const NEUTRAL_WORDS = list(`
  evidence finding measure report chapter review study table figure sample group result reason method margin
`)

/**
 * Words that stand in member text, drafts and items of the future alone. Some are a slip away from a public word, or
 * begin as one does: an index that knew them would correct, complete or rank by them.
 */
export const PLANTED_WORDS = list(`
  zephyrine palimpsest quixotry wherryside obsidian marzipan halcyon jacaranda kestrelgate lodestar mistlethrush
  nacreous oubliette peregrination quillwort rookery saltmarsh thistledown umbrage verdigris whitebeam xylophone
  housling tenancies landlards rentling evictions councilor budgeting plannings floodings transporter cyclings
  schooling absences teachers colleges hospitals dementias policings prisons migrations libraries museums theatres
`)
