import panel from '../../ui/panel.module.css'
import css from './trips.module.css'

interface FiguresProps {
  readonly title: string
  readonly rows: readonly (readonly [label: string, count: number])[]
  /** What the rows add up to. */
  readonly sum: readonly [label: string, count: number]
}

/** A sum line by line. */
export function Figures({ title, rows, sum }: FiguresProps) {
  return (
    <section className={`${panel.panel} ${css.figures}`}>
      <table>
        <caption>{title}</caption>
        <tbody>
          {rows.map(([label, count]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="num">{count}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{sum[0]}</th>
            <td className="num">{sum[1]}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
