import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { forecastSeriesOutputSchema } from '../../../shared/contract/forecast-series-output.ts'
import { HOUR_MS } from '../../../shared/foundation/minutes.ts'
import { makeDataFolder } from '../../support/services.ts'
import { runCommand } from './run-command.ts'

const MONDAY = Date.parse('2026-01-05T00:00:00Z')

/** Twelve weeks of hours, with a line each. */
function lines(line: (time: string, count: number, hour: number) => string): string {
  return Array.from({ length: 12 * 168 }, (_, hour) => {
    const time = new Date(MONDAY + hour * HOUR_MS).toISOString().slice(0, 16)
    return line(time, 5 + (hour % 24) + ((hour * 7919) % 5), hour)
  }).join('\n')
}

describe('covercast forecast-series', () => {
  const folder = makeDataFolder()
  afterAll(() => folder.remove())

  let files = 0
  const fileOf = (text: string): string => {
    const file = join(folder.path, `series-${++files}.csv`)
    writeFileSync(file, text)
    return file
  }
  const run = (file: string, ...args: readonly string[]) =>
    runCommand(['forecast-series', '--csv', file, '--time', 'start', '--value', 'calls', '--slot', '60', ...args], {
      openBackend: () => {
        throw new Error('A series of counts needs no workspace.')
      },
    })
  const json = async (file: string, ...args: readonly string[]) => {
    const { code, stdout, stderr } = await run(file, ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return forecastSeriesOutputSchema.parse(JSON.parse(stdout))
  }

  const plain = `start,calls\n${lines((time, count) => `${time},${count}`)}\n`

  it('forecasts each week from the ninth on, as its schema says', async () => {
    const output = await json(fileOf(plain))
    expect(output.origins).toBe(4)
    expect(output.weeks.map(({ start }) => start)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'])
    expect(output.wape!).toBeLessThan(output.seasonalNaiveWape!)
  })

  it('reads spaces for the T, seconds, semicolons, quotes, a byte order mark and columns in any order alike', async () => {
    const expected = await json(fileOf(plain))
    const other = `\uFEFFcalls;"start";note\r\n${lines((time, count) => `${count};"${time.replace('T', ' ')}:00";x`).replaceAll('\n', '\r\n')}\r\n`
    expect(await json(fileOf(other))).toEqual(expected)
  })

  it('reads a header in quotes', async () => {
    const quoted = `"start","calls"\n${lines((time, count) => `"${time}","${count}"`)}\n`
    expect(await json(fileOf(quoted))).toEqual(await json(fileOf(plain)))
  })

  it.each([
    [
      'a thousand with a comma',
      (time: string) => `${time},1,180`,
      /Line 2 of .* has 3 fields, but the header has 2\./u,
    ],
    ['a count in hexadecimal', (time: string) => `${time},0x1f`, /“0x1f” is not a count/u],
    ['a negative count', (time: string) => `${time},-1`, /“-1” is not a count/u],
  ])('refuses %s', async (_, line, words) => {
    const { code, stderr } = await run(fileOf(`start,calls\n${lines(line)}`))
    expect(code).toBe(1)
    expect(stderr).toMatch(words)
  })

  it('refuses a column that is there twice', async () => {
    const { code, stderr } = await run(fileOf(`start,calls,calls\n${lines((time, count) => `${time},${count},1`)}`))
    expect([code, stderr]).toEqual([1, expect.stringContaining('more than one column “calls”')])
  })

  it('warns where every count has three decimals, as thousands with a dot have', async () => {
    const { code, stderr } = await run(fileOf(`start;calls\n${lines((time, count) => `${time};1.${100 + count}`)}`))
    expect([code, stderr]).toEqual([0, expect.stringContaining('exactly three decimals')])
  })

  it('reads a file in UTF-16, and takes a comma in a file with semicolons or tabs for no delimiter', async () => {
    const expected = await json(fileOf(plain))
    const wide = join(folder.path, 'wide.csv')
    writeFileSync(wide, Buffer.from(`\uFEFF${plain.replaceAll(',', '\t')}`, 'utf16le'))
    expect(await json(wide)).toEqual(expected)
    const noted = fileOf(`note;start;calls\n${lines((time, count) => `a, b;${time};${count}`)}\n`)
    expect(await json(noted)).toEqual(expected)
    const { code, stderr } = await run(fileOf('start;calls\n2026-01-05T00:00;1,234\n'))
    expect([code, stderr]).toEqual([1, expect.stringMatching(/Line 2 .*“1,234” is not a count/u)])
  })

  it('takes an empty cell for missing, and a zero for zero', async () => {
    const week = (hour: number): boolean => hour >= 8 * 168 && hour < 9 * 168
    const missing = await json(
      fileOf(`start,calls\n${lines((time, count, hour) => `${time},${week(hour) ? '' : count}`)}`),
    )
    expect(missing.weeks.map(({ start }) => start)).toEqual(['2026-03-09', '2026-03-16', '2026-03-23'])
    const zero = await json(fileOf(`start,calls\n${lines((time, count, hour) => `${time},${week(hour) ? 0 : count}`)}`))
    expect(zero.weeks[0]).toMatchObject({ start: '2026-03-02', actual: 0, wape: null })
  })

  it('reads times with an offset on the clock they are written in, or on that of --time-zone', async () => {
    const zoned = fileOf(`start,calls\n${lines((time, count) => `${time}:00-05:00,${count}`)}`)
    expect(await json(zoned)).toEqual(await json(fileOf(plain)))
    // In Berlin the series begins at 6 in the morning and reaches into a Monday.
    expect((await json(zoned, '--time-zone', 'Europe/Berlin')).weeks.map(({ start }) => start)).toContain('2026-03-30')
  })

  it('shows people what it was off by, week by week', async () => {
    const { stdout } = await run(fileOf(plain))
    expect(stdout).toMatch(/^4 weeks forecast, each from the weeks before it\.$/mu)
    expect(stdout).toMatch(/^2026-03-02 +[\d,]+ +[\d,]+ +[\d,]+ to [\d,]+ +[\d.]+%$/mu)
  })

  it('says so where no week could be forecast', async () => {
    const { code, stdout } = await run(fileOf('start,calls\n2026-01-05T00:00,4\n'))
    expect([code, stdout]).toEqual([0, expect.stringMatching(/too short.*\n.*--from-week/u)])
  })

  it.each([
    ['a column that is not there', 'time,calls\n2026-01-05T00:00,4\n', /no column “start”.*\n.*time, calls/u],
    ['a time that is none', 'start,calls\n2026-01-05T00:00,4\nyesterday,4\n', /Line 3 .*“yesterday” is not a time/u],
    ['a day that does not exist', 'start,calls\n2026-02-30T00:00,4\n', /“2026-02-30T00:00” is not a time/u],
    ['a count below zero', 'start,calls\n2026-01-05T00:00,-4\n', /Line 2 .*“-4” is not a count/u],
    ['a quote that does not end', 'start,calls\n"2026-01-05T00:00,4\n', /is not a CSV file/u],
    ['an empty file', '', /The file is empty/u],
    ['a file without counts', 'start,calls\n', /no counts/u],
  ])('refuses %s in words, with exit code 1', async (_, text, words) => {
    const { code, stdout, stderr } = await run(fileOf(text))
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(words)
  })

  it('refuses a file that is not there with exit code 1, and slots that fill no day with 2', async () => {
    expect((await run(join(folder.path, 'nothing.csv'))).code).toBe(1)
    const file = fileOf(plain)
    expect((await run(file, '--slot', '50')).code).toBe(2)
    expect((await run(file, '--from-week', '1')).code).toBe(2)
    expect((await run(file, '--horizon-weeks', '0')).code).toBe(2)
    expect((await runCommand(['forecast-series', '--csv', file])).code).toBe(2)
  })
})
