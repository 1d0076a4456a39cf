import { AUDIENCES, type Choice } from './chosen-rows'

/** What the words in the cells mean. */
export const Key = () => (
  <section aria-labelledby="signpost-leak-audit-key">
    <h2 id="signpost-leak-audit-key">What the words mean</h2>
    <dl className="signpost-leak-audit__key">
      {Object.entries(AUDIENCES).map(([word, meaning]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
      <div>
        <dt>a number alone</dt>
        <dd>an answer in which nothing of these stands</dd>
      </div>
      <div>
        <dt>–</dt>
        <dd>not asked by this reader</dd>
      </div>
    </dl>
  </section>
)

/** Narrows the table. A form that asks the page anew, so it needs no script. */
export const ChooseRows = ({ route, met }: Choice) => (
  <form method="get" className="signpost-leak-audit__form">
    <label htmlFor="signpost-route">Route has in it</label>
    <input id="signpost-route" name="route" type="search" defaultValue={route} />
    <label htmlFor="signpost-met">Somebody met</label>
    <select id="signpost-met" name="met" defaultValue={met}>
      <option value="">anything</option>
      {Object.keys(AUDIENCES).map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </select>
    <button type="submit">Show</button>
    {route || met ? <a href="/admin/leak-audit">Show all</a> : null}
  </form>
)
