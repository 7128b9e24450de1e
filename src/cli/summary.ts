import { weakest, type Basis } from '../model/basis.js'
import type { Verdict } from '../model/verdict.js'
import type { Assessment } from '../index.js'
import type { Say } from './io.js'
import { formatTable } from './table.js'
import { basisNotice, text } from './text.js'

type Counts = Record<Verdict | 'rejected', number>

const none = (): Counts => ({ met: 0, unmet: 0, unknown: 0, rejected: 0 })
const assessedOf = ({ met, unmet, unknown }: Counts): number => met + unmet + unknown

/** Counts results by group while they come. */
export class Summary {
  readonly #byGroup = new Map<string, Counts>()
  readonly #bases = new Set<Basis>()

  add({ group, verdict, basis }: Assessment): void {
    this.#of(group)[verdict]++
    this.#bases.add(basis)
  }

  /** @param group - of the row, where it could be read */
  reject(group: string | undefined): void {
    this.#of(group ?? '').rejected++
  }

  get total(): Counts & { assessed: number } {
    const sum = none()
    for (const counts of this.#byGroup.values()) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key]
    return { ...sum, assessed: assessedOf(sum) }
  }

  /** @param groups - the name of each group, in the order of the table */
  format(on: string, groups: ReadonlyMap<string, string>, say: Say): string {
    const h = text.summaryHeadings
    const order = [...groups.keys(), '']
    const rows = [...this.#byGroup]
      .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([group, counts]) => cells(group === '' ? say(text.groupUnread) : (groups.get(group) ?? group), counts, say))
    const table = formatTable(
      [{ align: 'left', limit: 28 }, ...Array.from({ length: 6 }, () => ({ align: 'right' as const }))],
      [
        [h.group, h.people, h.met, h.unmet, h.unknown, h.rejected, h.share].map((one) => say(one)),
        ...rows,
        cells(say(text.total), this.total, say),
      ],
    )
    const notice = this.#bases.size > 0 ? [say(basisNotice[weakest(this.#bases)]), ''] : []
    return [say(text.summaryTitle(on)), '', table, say(text.summaryNotes), '', ...notice, say(text.granting), ''].join('\n')
  }

  #of(group: string): Counts {
    let counts = this.#byGroup.get(group)
    if (!counts) this.#byGroup.set(group, (counts = none()))
    return counts
  }
}

function cells(name: string, counts: Counts, say: Say): string[] {
  const assessed = assessedOf(counts)
  const share = assessed === 0 ? '' : `${((100 * counts.met) / assessed).toFixed(1)}%`
  return [
    name,
    ...[assessed + counts.rejected, counts.met, counts.unmet, counts.unknown, counts.rejected].map(String),
    say({ vi: share.replace('.', ','), en: share }),
  ]
}
