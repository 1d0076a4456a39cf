/** The button of the notice and the words beside it, kept as they stood with the choice made by it. */
export const WORKS_AGAIN = {
  button: 'This address works again',
  hint: 'We send you the Bulletin from the next issue on, on the topics you chose.',
}
