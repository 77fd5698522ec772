import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

/** Places with a time axis that goes from left to right in every language, and a picture that is drawn off the page. */
const LEFT_TO_RIGHT = [
  'renderer/features/plans/editor/board/',
  'renderer/features/plans/editor/overview/',
  'renderer/features/plans/editor/strips/',
  'renderer/app/picture/',
]

/** Sides that do not change with the direction of the text. What is in the middle is so either way. */
const PHYSICAL =
  /(?:margin|padding|border)-(?:left|right)\b|border-(?:top|bottom)-(?:left|right)-radius|^\s*(?:left|right): (?!50%)|text-align: (?:left|right)|float: (?:left|right)|translateX\((?!-50%)/u
/** Four sides of which the second and the last differ. */
const SIDE = String.raw`((?:[^\s()]|\([^)]*\))+)`
const FOUR_SIDES = new RegExp(String.raw`^\s*(?:margin|padding|inset): ${SIDE} ${SIDE} ${SIDE} ${SIDE};`, 'u')

const SHEETS = globSync('renderer/**/*.css', { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !LEFT_TO_RIGHT.some((folder) => file.startsWith(folder)))

it.each(SHEETS)('%s has sides that follow the direction of the language', (file) => {
  const wrong = readFileSync(join(ROOT, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const [, , right, , left] = FOUR_SIDES.exec(line) ?? []
      return PHYSICAL.test(line) || right !== left ? [`${file}:${index + 1}: ${line.trim()}`] : []
    })
  expect(wrong).toEqual([])
})
