/** What went wrong, told by a word as well as by its colour. */
export const AlertWords = ({ id, words }: { readonly id?: string; readonly words: string }) => (
  <span id={id} className="signpost-alert">
    <strong>Not yet:</strong> {words}
  </span>
)
