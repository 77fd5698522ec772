import { filterTraffic } from '../../shared/coverage/slot-series.ts'
import { openTrafficReader } from '../../electron/store/traffic-reader.ts'
import { pageRulesSchema, type PageRule } from '../../shared/contract/page-rules.ts'
import { startPostgresProxy } from '../support/postgres-proxy.ts'
import { firstSync, type BenchSubject } from './first-sync.ts'
import { measure } from './measure.ts'
import { count, mb, ms, times, type BenchTable } from './table.ts'

const ROUNDS = 3
const CLASSES = Array.from({ length: 10 }, (_, index) => index)

/** Ten classes that nearly every address falls into, the hardest case: the data's pages are /products/0 to /products/996. */
const classes = (match: PageRule['match'], textOf: (index: number) => string): readonly PageRule[] =>
  pageRulesSchema.parse(
    CLASSES.map((index) => ({ pageClass: `C${index}`, match, text: textOf(index), weight: 1 + index })),
  )
const BY_PATH = classes('prefix', (index) => `/products/${index}`)
const BY_PATTERN = classes('pattern', (index) => `/products/${index}[0-9]*$`)

/** What the fifth dimension costs: a first sync, the wire, the cache and a report, without rules and with ten classes of pages. */
export async function benchPages({ database, size }: BenchSubject): Promise<readonly BenchTable[]> {
  const options = (rules: readonly PageRule[] | null) =>
    rules === null ? {} : { pages: { column: 'page_url', rules } }
  const sync = async (rules: readonly PageRule[] | null): Promise<number> => {
    const { folder, timed } = await firstSync(database.url, size, options(rules))
    folder.remove()
    return timed.durationMs
  }
  const look = async (rules: readonly PageRule[] | null) => {
    const proxy = await startPostgresProxy(database.url)
    const { folder } = await firstSync(proxy.url, size, options(rules))
    const wireBytes = proxy.count().bytes
    await proxy.close()
    const reader = openTrafficReader(folder.paths.cacheFile)
    const { traffic, dictionary } = reader.snapshot()
    const batches = [...traffic.values()].slice(-90).map((cells) => ({ dictionary, cells }))
    const facts = {
      wireBytes,
      cacheBytes: folder.cacheBytes(),
      cells: [...traffic.values()].reduce((sum, cells) => sum + cells.length, 0),
      batches,
    }
    reader.close()
    folder.remove()
    return facts
  }
  const [plain, classed] = [await look(null), await look(BY_PATH)]
  const medians = await measure(ROUNDS, {
    plain: () => sync(null),
    byPath: () => sync(BY_PATH),
    byPattern: () => sync(BY_PATTERN),
    report: () => void filterTraffic(plain.batches, {}),
    ofClassed: () => void filterTraffic(classed.batches, {}),
    weighted: () => void filterTraffic(classed.batches, { worthOf: (pageClass) => (pageClass === null ? 1 : 2) }),
  })
  const against = (value: number, base: number) => ({ ratio: times(value / base) })
  return [
    {
      title: 'Ten classes of pages, each of a tenth of the visits',
      rows: [
        { what: 'first sync without rules', value: ms(medians.plain), ratio: '1x' },
        { what: 'with ten beginnings of paths', value: ms(medians.byPath), ...against(medians.byPath, medians.plain) },
        {
          what: 'with ten regular expressions',
          value: ms(medians.byPattern),
          ...against(medians.byPattern, medians.plain),
        },
        { what: 'cells without rules', value: count(plain.cells), ratio: '1x' },
        { what: 'cells with ten classes', value: count(classed.cells), ...against(classed.cells, plain.cells) },
        { what: 'over the wire without rules', value: mb(plain.wireBytes), ratio: '1x' },
        {
          what: 'over the wire with ten classes',
          value: mb(classed.wireBytes),
          ...against(classed.wireBytes, plain.wireBytes),
        },
        { what: 'the cache without rules', value: mb(plain.cacheBytes), ratio: '1x' },
        {
          what: 'the cache with ten classes',
          value: mb(classed.cacheBytes),
          ...against(classed.cacheBytes, plain.cacheBytes),
        },
        { what: 'adding up 90 days without rules', value: ms(medians.report), ratio: '1x' },
        {
          what: 'the same of ten classes',
          value: ms(medians.ofClassed),
          ...against(medians.ofClassed, medians.report),
        },
        { what: 'the same by value', value: ms(medians.weighted), ...against(medians.weighted, medians.report) },
      ],
    },
  ]
}
